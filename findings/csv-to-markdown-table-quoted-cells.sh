#!/usr/bin/env bash
# csv-to-markdown-table 1.6.3: a cell of two lines becomes two rows, and quotation marks stay.
#
# Expected (RFC 4180, 2): marks around a cell are not a part of it, two within one stand for one, and it may hold line
# breaks.
# Seen: "dark, sour" is one cell with its marks; of the cell with a line break the second half begins a new row below
# the names; doubled marks stay doubled.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" csv-to-markdown-table@1.6.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import convert from "csv-to-markdown-table";

console.log(convert('Loaf,Note\nrye,"dark, sour"\noat,"light\nand soft"\nwheat,"the ""white"" one"', ",", true));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
| Loaf      | Note                | 
|-----------|---------------------| 
| rye       | "dark, sour"        | 
| oat       | "light              | 
| and soft" |                     | 
| wheat     | "the ""white"" one" | 

SEEN
echo "as described"
