#!/usr/bin/env bash
# node-table-to-csv 0.1.0: a comma or a quotation mark in a header shifts all columns, and a cell over two is one.
#
# Expected (RFC 4180): a field with a comma, a quotation mark or a line end stands in quotation marks; a cell that spans
# two columns takes two fields, so that those after it stay in theirs.
# Seen: only cells of rows are quoted. "price, net" in the header is two columns, '3" nail' breaks the line; two lines of
# a cell are one word, and what follows a cell over two columns moves left.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" node-table-to-csv@0.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import tableToCsv from "node-table-to-csv";

console.log(tableToCsv(`<table>
<tr><th>price, net</th><th>3" nail</th><th>sum</th></tr>
<tr><td>1,5</td><td>3" nail</td><td>two<br>lines</td></tr>
<tr><td colspan="2">together</td><td>9</td></tr>
</table>`).trim());
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
price, net,3" nail,sum
"1,5","3" nail","twolines"
"together","9"
SEEN
echo "as described"
