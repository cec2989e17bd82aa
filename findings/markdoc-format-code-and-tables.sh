#!/usr/bin/env bash
# @markdoc/markdoc 0.5.10: formatting breaks code that has a backtick and tables that have a pipe, and unaligns columns.
#
# Expected: Markdoc.format() writes what was parsed so that it is parsed to the same again; for what comes out,
# Markdoc.transform() gives the same HTML.
# Seen: a code span is always written between single backticks, so that one within it ends it; a pipe in a cell loses its
# backslash, and begins another cell; a column in the middle or on the right is on the left. Escaped stars are emphasis.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" @markdoc/markdoc@0.5.10 >/dev/null
cat >try.mjs <<'JS'
import Markdoc from "@markdoc/markdoc";

const html = (text) => Markdoc.renderers.html(Markdoc.transform(Markdoc.parse(text))).replace(/<\/?article>/g, "");
for (const text of [
  "A `` ` `` is a backtick, not a quotation mark.",
  "| sign | name |\n| --- | --- |\n| \\| | pipe |",
  "| rye |\n| --: |\n| 12 |",
  "The price is 2\\*3\\*4 pence.",
]) {
  const written = Markdoc.format(Markdoc.parse(text));
  console.log(JSON.stringify(text), "->", JSON.stringify(written));
  for (const part of [text, written]) console.log("  ", html(part));
}
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"A `` ` `` is a backtick, not a quotation mark." -> "A ``` is a backtick, not a quotation mark.\n"
   <p>A <code>`</code> is a backtick, not a quotation mark.</p>
   <p>A ``` is a backtick, not a quotation mark.</p>
"| sign | name |\n| --- | --- |\n| \\| | pipe |" -> "| sign | name |\n| ---- | ---- |\n| |    | pipe |\n"
   <table><thead><tr><th>sign</th><th>name</th></tr></thead><tbody><tr><td>|</td><td>pipe</td></tr></tbody></table>
   <table><thead><tr><th>sign</th><th>name</th></tr></thead><tbody><tr><td></td><td></td></tr></tbody></table>
"| rye |\n| --: |\n| 12 |" -> "| rye |\n| --- |\n| 12  |\n"
   <table><thead><tr><th align="right">rye</th></tr></thead><tbody><tr><td align="right">12</td></tr></tbody></table>
   <table><thead><tr><th>rye</th></tr></thead><tbody><tr><td>12</td></tr></tbody></table>
"The price is 2\\*3\\*4 pence." -> "The price is 2*3*4 pence.\n"
   <p>The price is 2*3*4 pence.</p>
   <p>The price is 2<em>3</em>4 pence.</p>
SEEN
echo "as described"
