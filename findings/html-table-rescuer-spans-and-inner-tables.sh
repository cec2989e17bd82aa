#!/usr/bin/env bash
# html-table-rescuer 0.3.1: cells move when a span has the length 0, an inner table comes twice, and captions are lost.
#
# Expected (HTML, 4.9.11): rowspan="0" means that a cell goes on to the end of its group of rows; the documentation
# promises tables "without data loss or misalignment". A <caption> is the table's title, and a list in a cell has items.
# Seen: a cell with the length 0 ends in its own row, and what follows it below stands in its column. A table within a
# cell is text of that cell and a table of its own. Captions are not there, and items are words of one line, which line
# breaks are not.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html-table-rescuer==0.3.1 beautifulsoup4==4.15.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from html_table_rescuer import TableParser

for html in (
    "<table><tr><th>Year</th><th>Tons</th></tr><tr><td rowspan=0>1984</td><td>12</td></tr><tr><td>13</td></tr></table>",
    "<table><tr><th>Year</th><th>Tons</th></tr><tr><td rowspan=2>1984</td><td>12</td></tr><tr><td>13</td></tr></table>",
    "<table><tr><th>Rye</th></tr><tr><td><table><tr><td>in</td></tr></table></td></tr></table>",
    "<table><caption>Grain</caption><tr><th>Rye</th></tr><tr><td><ul><li>Sow</li><li>Mill</li></ul></td></tr></table>",
    "<table><tr><th>Rye</th></tr><tr><td>Sow<br>Mill</td></tr></table>",
):
    print([table.to_markdown() for table in TableParser(html).parse()])
PY
diff "$work/seen" - <<'SEEN'
['| Year | Tons |\n| --- | --- |\n| 1984 | 12 |\n| 13 |  |']
['| Year | Tons |\n| --- | --- |\n| 1984 | 12 |\n| dito (1984) | 13 |']
['| Rye |\n| --- |\n| in |', '| Column 1 |\n| --- |\n| in |']
['| Rye |\n| --- |\n| Sow Mill |']
['| Rye |\n| --- |\n| Sow <br> Mill |']
SEEN
echo "as described"
