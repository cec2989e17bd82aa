#!/usr/bin/env bash
# quill-delta-to-markdown 0.6.0: lines of code are plain text, nested lists are flat, and paragraphs join.
#
# Expected: in a Delta of Quill each line is a block: a paragraph, an item at its "indent", a line of code.
# Seen: paragraphs are parted by one line end, so that Markdown reads them as one, and takes the paragraph after a
# quotation into it; "code-block" and "indent" are ignored: code is set as text and loses its asterisks.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    quill-delta-to-markdown@0.6.0 marked@15.0.12 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import { marked } from "marked";

const { deltaToMarkdown } = createRequire(import.meta.url)("quill-delta-to-markdown");
const line = (text, attributes) => [{ insert: text }, { insert: "\n", ...(attributes && { attributes }) }];
for (const [name, ops] of Object.entries({
  paragraphs: [...line("Mix."), ...line("Knead.")],
  quotation: [...line("Said by Tom.", { blockquote: true }), ...line("Said by Ann.")],
  code: [...line("a = 2*b*c", { "code-block": true }), ...line("    d = 1", { "code-block": true })],
  list: [...line("Mix", { list: "bullet" }), ...line("water", { list: "bullet", indent: 1 })],
})) {
  const markdown = deltaToMarkdown(ops);
  console.log(name, JSON.stringify(markdown), "->", JSON.stringify(marked(markdown)));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
paragraphs "Mix.\nKnead.\n" -> "<p>Mix.\nKnead.</p>\n"
quotation "> Said by Tom.\nSaid by Ann.\n" -> "<blockquote>\n<p>Said by Tom.\nSaid by Ann.</p>\n</blockquote>\n"
code "a = 2*b*c\n    d = 1\n" -> "<p>a = 2<em>b</em>c\n    d = 1</p>\n"
list "- Mix\n- water\n" -> "<ul>\n<li>Mix</li>\n<li>water</li>\n</ul>\n"
SEEN
echo "as described"
