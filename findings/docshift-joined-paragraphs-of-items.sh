#!/usr/bin/env bash
# docshift 0.0.73: paragraphs of a list item become one word in Word, and captions of tables are lost.
#
# Expected: a page that is made a document keeps the paragraphs of an item and of a block apart, the lines of code as
# lines (<w:br/>), the caption of a table, and the marks of a quotation.
# Seen: the paragraphs of an item are joined without a space, as is a paragraph among words of a <div>. A caption and
# the marks of <q> are gone. Lines of code end in a line feed within <w:t>, which Word shows as a space.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" docshift@0.0.73 jszip@3.10.2 jsdom@26.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import JSZip from "jszip";
const { window } = new (createRequire(import.meta.url)("jsdom").JSDOM)("");
globalThis.window = window;
for (const name of ["document", "DOMParser", "Node", "HTMLElement", "Text", "Element", "XMLSerializer"]) globalThis[name] = window[name];
const log = console.log;
console.log = () => {};
const { toDocx } = await import("docshift");

for (const html of [
  "<ol><li><p>Trim it.</p><p>Light it.</p></li></ol>",
  "<div>oil<p>glass</p>brass</div>",
  "<table><caption>Prices</caption><tr><td>oil</td></tr></table>",
  "<p>She said <q>trim it</q> twice.</p>",
  "<pre><code>if dark:\n  light()</code></pre>",
]) {
  const zip = await JSZip.loadAsync(Buffer.from(await (await toDocx(html)).arrayBuffer()));
  const xml = await zip.file("word/document.xml").async("string");
  log(xml.match(/<w:p[ >][^]*?<\/w:p>/g).map((p) => p.replace(/<w:br\/>/g, "|").replace(/<[^>]*>/g, "")));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[ 'Trim it.Light it.' ]
[ 'oilglassbrass' ]
[ 'oil' ]
[ 'She said trim it twice.' ]
[ 'if dark:\n  light()' ]
SEEN
echo "as described"
