#!/usr/bin/env bash
# @razroo/html-to-adf 1.1.5, html-to-adf-converter 1.0.2: a rule is a heading without a level, and nested items join.
#
# Expected (Atlassian Document Format, "Document structure"): a rule is a node "rule", a heading has a level of 1 to 6, an
# item holds paragraphs and lists, code is a "codeBlock", a table a "table".
# Seen: "<hr>" is a heading of level null, which the format does not allow. An item and the one below it are one word; in the
# second package the inner item is there a second time, beside its parent. Tables and <div> vanish in both, and so do code
# in <pre> and the bold of words in the second, which makes one word of two paragraphs of a quotation.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @razroo/html-to-adf@1.1.5 \
  html-to-adf-converter@1.0.2 jsdom@25.0.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("");
Object.assign(globalThis, { DOMParser: window.DOMParser, Node: window.Node });
const { convertHtmlToADF } = require("@razroo/html-to-adf");
const converter = require("html-to-adf-converter");

const short = ({ type, attrs, text, marks = [], content = [] }) =>
  text ? text + marks.map((mark) => `^${mark.type}`).join("") : `${type}${attrs ? JSON.stringify(attrs) : ""}(${content.map(short).join("|")})`;
for (const html of [
  "<hr>",
  "<ul><li>Rye<ul><li>Bread</li></ul></li></ul>",
  "<blockquote><p>Sow.</p><p>Reap.</p></blockquote>",
  "<pre><code>sow()</code></pre>",
  "<p>Sow <b>rye</b></p>",
  "<table><tr><td>Rye</td></tr></table>",
  "<div>Rye</div>",
]) {
  console.log(html);
  for (const convert of [convertHtmlToADF, converter.default ?? converter]) console.log("  ", short(convert(html)));
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<hr>
   doc(heading{"level":null}())
   doc(heading{"level":null}())
<ul><li>Rye<ul><li>Bread</li></ul></li></ul>
   doc(bulletList(listItem(paragraph(Rye|Bread))))
   doc(bulletList(listItem(paragraph(Rye|Bread))|listItem(paragraph(Bread))))
<blockquote><p>Sow.</p><p>Reap.</p></blockquote>
   doc(blockquote(paragraph(Sow.)|paragraph(Reap.)))
   doc(blockquote(paragraph(Sow.|Reap.)))
<pre><code>sow()</code></pre>
   doc(codeBlock{}(sow()))
   doc()
<p>Sow <b>rye</b></p>
   doc(paragraph(Sow |rye^strong))
   doc(paragraph(Sow |rye))
<table><tr><td>Rye</td></tr></table>
   doc()
   doc()
<div>Rye</div>
   doc()
   doc()
SEEN
echo "as described"
