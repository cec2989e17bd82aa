#!/usr/bin/env bash
# Papa Parse 5.7.1: a short file with semicolons or tabs is read with commas, if its last line ends.
#
# Expected: "auto-detects the delimiter", as its documentation says; text files end with a line end, and it makes no
# difference how many rows there are.
# Seen: with up to eight rows of two fields, the last line end makes an empty row, which counts as a row of one field,
# and no delimiter is found. A list of posts from a spreadsheet then has one column, and is cut at commas. Nine rows
# are read well, as is a file without its last line end, or with "skipEmptyLines".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" papaparse@5.7.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const Papa = require("papaparse");

const rows = (count, delimiter) => (
  ["title", "note"].join(delimiter) + "\n" + Array(count).fill(`Rye${delimiter}old, and good\n`).join("")
);
for (const delimiter of [";", "\t", "|"]) {
  for (const count of [1, 8, 9]) {
    const { meta, data } = Papa.parse(rows(count, delimiter), { header: true });
    console.log(JSON.stringify(delimiter), count, "rows:", JSON.stringify(meta.delimiter), JSON.stringify(data[0]));
  }
}
console.log("no last line end:", Papa.parse(rows(1, ";").trimEnd()).meta.delimiter);
console.log("skipEmptyLines:", Papa.parse(rows(1, ";"), { skipEmptyLines: true }).meta.delimiter);
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
";" 1 rows: "," {"title;note":"Rye;old","__parsed_extra":[" and good"]}
";" 8 rows: "," {"title;note":"Rye;old","__parsed_extra":[" and good"]}
";" 9 rows: ";" {"title":"Rye","note":"old, and good"}
"\t" 1 rows: "," {"title\tnote":"Rye\told","__parsed_extra":[" and good"]}
"\t" 8 rows: "," {"title\tnote":"Rye\told","__parsed_extra":[" and good"]}
"\t" 9 rows: "\t" {"title":"Rye","note":"old, and good"}
"|" 1 rows: "," {"title|note":"Rye|old","__parsed_extra":[" and good"]}
"|" 8 rows: "," {"title|note":"Rye|old","__parsed_extra":[" and good"]}
"|" 9 rows: "|" {"title":"Rye","note":"old, and good"}
no last line end: ;
skipEmptyLines: ;
SEEN
echo "as described"
