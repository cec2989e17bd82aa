#!/usr/bin/env bash
# json2md 2.0.3: a bar in the head of a table makes a column of its own, and a line end in a cell ends the table.
#
# Expected: data become Markdown that says the same: bars are escaped in the head as they are in rows, a line of a cell
# stays in its cell, code that shows a fence is within a longer one.
# Seen: "a|b" in the head makes more cells there than in the line below it, so that there is no table at all. A cell of
# two lines is two rows. Code ends at its own fence, and brackets in words of a link break it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" json2md@2.0.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import json2md from "json2md";

const blocks = [
  { table: { headers: ["grain|flour", "price"], rows: [["rye", "1"]] } },
  { table: { headers: ["grain", "price"], rows: [["rye|oats", "1"], ["two\nlines", "2"]] } },
  { code: { language: "md", content: ["```", "rye", "```"] } },
  { link: { title: "rye [1]]", source: "https://mill.example/a b" } },
];
for (const block of blocks) console.log(JSON.stringify(json2md(block)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"| grain|flour | price |\n| ----------- | ----- |\n| rye | 1 |\n"
"| grain | price |\n| ----- | ----- |\n| rye\\|oats | 1 |\n| two\nlines | 2 |\n"
"```md\n```\nrye\n```\n```\n"
"[rye [1]]](https://mill.example/a b)\n"
SEEN
echo "as described"
