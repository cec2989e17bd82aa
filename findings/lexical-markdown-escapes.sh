#!/usr/bin/env bash
# @lexical/markdown 0.52.0: an escaped line becomes a list or a heading, and an escaped link shows backslashes.
#
# Expected: Markdown that an editor reads and writes again says the same: "1986\. A dry year" is a paragraph
# (CommonMark 0.31.2, 2.4), and ">" alone on a line parts two paragraphs of one quotation. prosemirror-markdown
# keeps all of these.
# Seen: the backslash is dropped when the text is read, and not written where a line begins, so that it is a list
# or a heading the next time; "\[rye\](dark)" is written with two backslashes, which Markdown shows as one; between
# the paragraphs of a quotation stands ">" twice, a quotation within it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
version=0.52.0
npm install --no-audit --no-fund --loglevel=error --prefix "$work" lexical@$version @lexical/{markdown,headless}@$version \
  @lexical/{code,link,list,rich-text}@$version prosemirror-markdown@1.13.9 markdown-it@15.0.3 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { CodeNode } = require("@lexical/code");
const { createHeadlessEditor } = require("@lexical/headless");
const { LinkNode } = require("@lexical/link");
const { ListItemNode, ListNode } = require("@lexical/list");
const { $convertFromMarkdownString, $convertToMarkdownString, TRANSFORMERS } = require("@lexical/markdown");
const { HeadingNode, QuoteNode } = require("@lexical/rich-text");
const MarkdownIt = require("markdown-it");
const { defaultMarkdownParser, defaultMarkdownSerializer } = require("prosemirror-markdown");

const nodes = [CodeNode, HeadingNode, LinkNode, ListItemNode, ListNode, QuoteNode];
const lexical = (text) => {
  const editor = createHeadlessEditor({ nodes });
  editor.update(() => $convertFromMarkdownString(text, TRANSFORMERS), { discrete: true });
  return editor.read(() => $convertToMarkdownString(TRANSFORMERS));
};
const prosemirror = (text) => defaultMarkdownSerializer.serialize(defaultMarkdownParser.parse(text));
const shown = (text) => new MarkdownIt().render(text).replaceAll("\n", "");

for (const text of ["1986\\. A dry year", "\\# 1 in the list", "See \\[rye\\](dark)", "> Sow.\n>\n> Wait."])
  console.log(`${shown(text)}\n  lexical:     ${shown(lexical(text))}\n  prosemirror: ${shown(prosemirror(text))}`);
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>1986. A dry year</p>
  lexical:     <ol start="1986"><li>A dry year</li></ol>
  prosemirror: <p>1986. A dry year</p>
<p># 1 in the list</p>
  lexical:     <h1>1 in the list</h1>
  prosemirror: <p># 1 in the list</p>
<p>See [rye](dark)</p>
  lexical:     <p>See \<a href="dark">rye\</a></p>
  prosemirror: <p>See [rye](dark)</p>
<blockquote><p>Sow.</p><p>Wait.</p></blockquote>
  lexical:     <blockquote><p>Sow.</p><blockquote></blockquote><p>Wait.</p></blockquote>
  prosemirror: <blockquote><p>Sow.</p><p>Wait.</p></blockquote>
SEEN
echo "as described"
