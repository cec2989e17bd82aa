#!/usr/bin/env bash
# html2plaintext 2.1.4: an item with items of its own has their words twice, and cells and terms are one word.
#
# Expected: a line an item, once; cells, and a term and its explanation, apart; the lines of code as they are.
# Seen: "Bread" with "Rye" below it is "BreadRye", and then "Rye" again. "Rye" and "500 g" are "Rye500 g", and the next row
# follows without a space. Code is one line.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html2plaintext@2.1.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "module";
const plain = createRequire(import.meta.url)("html2plaintext");

for (const page of [
  "<ul><li>Bread<ul><li>Rye</li></ul></li><li>Milk</li></ul>",
  "<table><tr><td>Rye</td><td>500 g</td></tr><tr><td>Salt</td><td>9 g</td></tr></table>",
  "<dl><dt>Rye</dt><dd>a grain</dd></dl>",
  "<pre>if rye:\n    bake()</pre>",
]) console.log(JSON.stringify(plain(page)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"- BreadRye\n- Rye\n- Milk"
"Rye500 gSalt9 g"
"Ryea grain"
"if rye: bake()"
SEEN
echo "as described"
