#!/usr/bin/env bash
# @tryghost/kg-html-to-lexical 1.3.5: words before and after <mark> or <small> are one word in a post of Ghost.
#
# Expected: Ghost takes a post as HTML ("?source=html") and keeps its words apart, if not its elements: a space
# between two of them is one, and terms, their descriptions and the paragraphs of an item are lines of their own.
# Seen: a space after <mark> or before and after <small> is dropped; the paragraphs of an item, the items of a list
# in a quotation, and a term and its description become one word at their seam. After <kbd>, <em> and <a> the
# space stays.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @tryghost/kg-html-to-lexical@1.3.5 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { htmlToLexical } = require("@tryghost/kg-html-to-lexical");

const textOf = (node) => node.text ?? node.children?.map(textOf).join("") ?? "";
for (const html of [
  "<p>Press <kbd>Ctrl</kbd> <kbd>C</kbd> now</p>",
  "<p><mark>Rye</mark> and oats</p>",
  "<p>Rye <small>(dark)</small> bread</p>",
  "<ul><li><p>Sow.</p><p>Wait.</p></li></ul>",
  "<blockquote><p>Sow:</p><ul><li>rye</li><li>oats</li></ul></blockquote>",
  "<dl><dt>Rye</dt><dd>a grain</dd></dl>",
])
  console.log(html, "->", htmlToLexical(html).root.children.map(textOf).join(" | "));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Press <kbd>Ctrl</kbd> <kbd>C</kbd> now</p> -> Press Ctrl C now
<p><mark>Rye</mark> and oats</p> -> Ryeand oats
<p>Rye <small>(dark)</small> bread</p> -> Rye(dark)bread
<ul><li><p>Sow.</p><p>Wait.</p></li></ul> -> Sow.Wait.
<blockquote><p>Sow:</p><ul><li>rye</li><li>oats</li></ul></blockquote> -> Sow:ryeoats
<dl><dt>Rye</dt><dd>a grain</dd></dl> -> Ryea grain
SEEN
echo "as described"
