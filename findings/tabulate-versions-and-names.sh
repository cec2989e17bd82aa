#!/usr/bin/env bash
# tabulate 0.10.0: in a table of Markdown the version "3.10" is "3.1", the name "1e3" is 1000, and the price "12.50"
# is 12.5.
#
# Expected: a cell that is a text is written as it is; a number of a version or of an item is none to compute with.
# Seen: where all texts of a column read as numbers they are made such and written again, unless "disable_numparse" is
# asked for: a list of versions has others than those that were given.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check tabulate==0.10.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from tabulate import tabulate

rows = [["3.10", "1e3", "12.50"], ["3.9", "2e4", "1.00"]]
print(tabulate(rows, headers=["Version", "Item", "Price"], tablefmt="pipe"))
print(tabulate(rows, tablefmt="plain", disable_numparse=True))
PY
diff "$work/seen" - <<'SEEN'
|   Version |   Item |   Price |
|----------:|-------:|--------:|
|       3.1 |   1000 |    12.5 |
|       3.9 |  20000 |     1   |
3.10  1e3  12.50
3.9   2e4  1.00
SEEN
echo "as described"
