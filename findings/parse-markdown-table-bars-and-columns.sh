#!/usr/bin/env bash
# parse-markdown-table 0.0.6: an escaped bar parts a cell, and the one after it is lost; columns of one name are one.
#
# Expected (GitHub Flavored Markdown, 4.10): "\|" is a bar within a cell; text around a table is no part of it; each
# column of a row is in the result.
# Seen: "rye \| oats" is two cells, the first with a backslash, and the price that follows is gone. Of two columns called
# "2024" the last is left. A text before the table makes its first line the header, so that all rows are empty.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" parse-markdown-table@0.0.6 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createMarkdownObjectTableSync } from "parse-markdown-table";

const tables = [
  "| grain | price |\n|---|---|\n| rye \\| oats | 2 |\n| wheat | 3 |",
  "| grain | 2024 | 2024 |\n|---|---|---|\n| rye | 1 | 2 |",
  "Prices:\n\n| grain | price |\n|---|---|\n| rye | 2 |",
];
for (const table of tables) console.log(JSON.stringify([...createMarkdownObjectTableSync(table)]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[{"grain":"rye \\","price":"oats"},{"grain":"wheat","price":"3"}]
[{"2024":"2","grain":"rye"}]
[{"Prices:":""},{"Prices:":""},{"Prices:":""}]
SEEN
echo "as described"
