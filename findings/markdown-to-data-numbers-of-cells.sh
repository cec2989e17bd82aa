#!/usr/bin/env bash
# markdown-to-data 2.0.2: cells of a table become numbers, two columns of one name become one, and a bar ends its cell.
#
# Expected: the data of a Markdown table are the texts of its cells, column by column: "007" and "1.10" as they stand,
# two columns for two headers, and "\|" a bar within a cell (GitHub's tables).
# Seen: "007" is 7, "1.10" is 1.1, "1_000" is 1000; the cells of both columns named "No" stand in one list, row after
# row; "rye \| oats" is two cells, the first with a backslash, and the last cell is in an invented column, "col_3".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-to-data==2.0.2
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from markdown_to_data import Markdown

for table in (
    "| No | Price | Count |\n|---|---|---|\n| 007 | 1.10 | 1_000 |\n",
    "| No | No | Name |\n|---|---|---|\n| a | b | rye |\n| c | d | oats |\n",
    "| Kind | Name |\n|---|---|\n| rye \\| oats | grain |\n",
):
    print(Markdown(table).md_list[0]["table"])
PY
diff "$work/seen" - <<'SEEN'
{'No': [7], 'Price': [1.1], 'Count': [1000]}
{'No': ['a', 'b', 'c', 'd'], 'Name': ['rye', 'oats']}
{'Kind': ['rye \\'], 'Name': ['oats'], 'col_3': ['grain']}
SEEN
echo "as described"
