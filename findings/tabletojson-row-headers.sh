#!/usr/bin/env bash
# tabletojson 4.1.15: the header of a row takes the place of a column's, and numbers stand below another year.
#
# Expected: <th> in a row of numbers names the row; the columns keep their names from the first row, and each number is
# below its own.
# Seen: the header of the last such row becomes the name of the first column, the names of the rows are lost, and each
# number stands one column to the left: what was 2024 is 2023. Two lines of a cell are one number. Without headers of rows
# the same table is right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" tabletojson@4.1.15 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { tabletojson } from "tabletojson";

const head = "<tr><th>grain</th><th>2023</th><th>2024</th></tr>";
const table = (cell) => `<table>${head}
<tr><${cell}>rye</${cell}><td>10</td><td>20</td></tr>
<tr><${cell}>oats</${cell}><td>30</td><td>40<br>50</td></tr></table>`;
for (const cell of ["td", "th"]) console.log(cell, JSON.stringify(tabletojson.convert(table(cell))));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
td [[{"2023":"10","2024":"20","grain":"rye"},{"2023":"30","2024":"4050","grain":"oats"}]]
th [[{"2023":"20","oats":"10"},{"2023":"4050","oats":"30"}]]
SEEN
echo "as described"
