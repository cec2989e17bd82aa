#!/usr/bin/env bash
# downdoc 1.1.0-stable: a cell of AsciiDoc ends at an escaped bar, the lines of a verse join, and a list counts from 1.
#
# Expected: AsciiDoc as Markdown: "\|" is a bar within a cell, a verse keeps its lines, a footnote is one, and a list
# with [start=4] counts from 4. Asciidoctor.js does so, in HTML.
# Seen: what follows the escaped bar is gone; the lines of a verse have no breaks and become one; the footnote is text
# with its brackets; the list begins at 1; powers and indices show their signs.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" downdoc@1.1.0-stable @asciidoctor/core@3.0.4 >/dev/null
cat >"$work/try.cjs" <<'JS'
const downdoc = require("downdoc");

for (const asciidoc of [
  "|===\n|Name |Note\n\n|Rye |old \\| dark\n|===",
  "[verse, Ann Li]\n____\nRoses are red,\nviolets are blue.\n____",
  "Rye.footnote:[A grain.]",
  "[start=4]\n. bake",
  "H~2~O, 2^10^",
]) {
  console.log(JSON.stringify((downdoc.default ?? downdoc)(asciidoc)));
}
JS
cat >"$work/check.mjs" <<'JS'
import asciidoctor from "@asciidoctor/core";

const convert = (text) => asciidoctor().convert(text).replace(/\s+/g, " ");
console.log("Asciidoctor.js:", convert("|===\n|Rye |old \\| dark\n|===").match(/old [^<]*/)[0]);
console.log("Asciidoctor.js:", convert("[start=4]\n. bake").match(/<ol[^>]*>/)[0]);
JS
{
    node "$work/try.cjs"
    node "$work/check.mjs"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"| Name | Note |\n| --- | --- |\n| Rye | old \\ |"
"> Roses are red,\n> violets are blue.\n>\n> — Ann Li"
"Rye.footnote:[A grain.]"
"1. bake"
"H~2~O, 2^10^"
Asciidoctor.js: old | dark
Asciidoctor.js: <ol class="arabic" start="4">
SEEN
echo "as described"
