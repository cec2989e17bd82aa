#!/usr/bin/env bash
# pytablewriter 1.2.1: in a table that has one fraction, 7 is 7.000000, and a postal code loses its nought.
#
# Expected: a cell is written as it is given: texts as texts, and whole numbers without decimals, as in a table that
# has whole numbers only.
#
# Seen: the text "01067" is 1067, or 1067.00 beside a fraction; each number of the column gets as many decimals as the
# longest; lines of a cell join, and a tag of a text is a tag.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pytablewriter==1.2.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import pytablewriter

for column in (["7", "12"], ["7", "1.234567"], ["01067", "10115"], ["01067", "0.25"], ["2.10", "3.5"], ["1e3", "2"]):
    writer = pytablewriter.MarkdownTableWriter(headers=["kg"], value_matrix=[[value] for value in column])
    print(column, "->", [line.strip("| ") for line in writer.dumps().splitlines()[2:]])
PY
diff "$work/seen" - <<'SEEN'
['7', '12'] -> ['7', '12']
['7', '1.234567'] -> ['7.000000', '1.234567']
['01067', '10115'] -> ['1067', '10115']
['01067', '0.25'] -> ['1067.00', '0.25']
['2.10', '3.5'] -> ['2.1', '3.5']
['1e3', '2'] -> ['1000', '2']
SEEN
echo "as described"
