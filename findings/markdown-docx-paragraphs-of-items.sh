#!/usr/bin/env bash
# markdown-docx 1.7.0: the second paragraph of an item has a number of its own, "3." is "1.", and "&amp;" is shown so.
# Expected: in Word as in Markdown, a paragraph within an item has no number, a list that begins at 3 does so, items of a list
# in a quotation have their marks, and a reference to a character is the character.
# Seen: the paragraph takes the next number, and the item after it the one after that; each list begins at 1; items in a
# quotation are lines without marks; references are shown as they are typed; of a picture that cannot be read, "[!" and its
# source are shown.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-docx@1.7.0 jszip@3.10.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import JSZip from "jszip";
import markdownDocx, { Packer } from "markdown-docx";

console.error = () => {};
const shown = (xml) => xml.replace(/<.*?>/g, "").replace(/&(amp|lt);/g, (_, name) => ({ amp: "&", lt: "<" })[name]);
for (const text of ["1. sow\n\n   In May.\n\n2. reap\n", "3. mill\n4. bake\n", "> - rye\n", "AT&amp;T &mdash; 5 &lt; 6\n", "![A mill](mill.png)\n"]) {
  const archive = await JSZip.loadAsync(await Packer.toBuffer(await markdownDocx(text)));
  const body = await archive.file("word/document.xml").async("string");
  const numbering = await archive.file("word/numbering.xml").async("string");
  const starts = new Set(numbering.match(/(?<=<w:(?:start|startOverride) w:val=")\d+/g));
  const lines = body.match(/<w:p>.*?<\/w:p>/g).map((paragraph) => (paragraph.includes("<w:numPr>") ? "item: " : "") + shown(paragraph));
  console.log(JSON.stringify(text), "->", JSON.stringify(lines.filter((line) => line)), /^\d/.test(text) ? `from ${[...starts]}` : "");
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"1. sow\n\n   In May.\n\n2. reap\n" -> ["item: sow","item: In May.","item: reap"] from 1
"3. mill\n4. bake\n" -> ["item: mill","item: bake"] from 1
"> - rye\n" -> ["rye"] 
"AT&amp;T &mdash; 5 &lt; 6\n" -> ["AT&amp;T &mdash; 5 &lt; 6"] 
"![A mill](mill.png)\n" -> ["[!A mill](mill.png)"] 
SEEN
echo "as described"
