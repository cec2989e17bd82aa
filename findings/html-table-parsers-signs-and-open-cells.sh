#!/usr/bin/env bash
# html-table-parser-python3 0.3.1: cells without end tags are no cells, and "<" is no sign; of html-table-takeout
# 1.1.2 the paragraphs of a cell are one.
#
# Expected (HTML, 13.1.2.4): </td> and </tr> may be left out; "&lt;" in a cell is "<"; blocks in a cell are apart; the
# rest of a cell behind an inner table belongs to it; a cell that spans rows stands in each, as takeout does it.
# Seen: a table without end tags has no rows; "1 &lt; 2" is "1 2"; what follows an inner table is lost, and the cell
# beside a spanning one moves to the left. takeout joins paragraphs, items, and inner cells without a space, and both
# take a script for text.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    html-table-parser-python3==0.3.1 html-table-takeout==1.1.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from html_table_parser import HTMLTableParser
from html_table_takeout import parse_html

for html in (
    "<table><tr><td>rye<td>3<tr><td>oats<td>2</table>",
    "<table><tr><td>1 &lt; 2</td></tr></table>",
    "<table><tr><td>rye <table><tr><td>May</td></tr></table> grows</td><td>3</td></tr></table>",
    "<table><tr><td rowspan=2>rye</td><td>3</td></tr><tr><td>4</td></tr></table>",
    "<table><tr><td><p>rye</p><p>oats</p></td><td><ul><li>a</li><li>b</li></ul></td></tr></table>",
    "<table><tr><td>3<script>count()</script></td></tr></table>",
):
    parser = HTMLTableParser()
    parser.feed(html)
    print(html)
    print("    parser ", parser.tables)
    print("    takeout", [table.to_csv() for table in parse_html(html)])
PY
diff "$work/seen" - <<'SEEN'
<table><tr><td>rye<td>3<tr><td>oats<td>2</table>
    parser  [[]]
    takeout ['rye,3\noats,2\n']
<table><tr><td>1 &lt; 2</td></tr></table>
    parser  [[['1 2']]]
    takeout ['1 < 2\n']
<table><tr><td>rye <table><tr><td>May</td></tr></table> grows</td><td>3</td></tr></table>
    parser  [[['rye May']], [['', '3']]]
    takeout ['rye May grows,3\n']
<table><tr><td rowspan=2>rye</td><td>3</td></tr><tr><td>4</td></tr></table>
    parser  [[['rye', '3'], ['4']]]
    takeout ['rye,3\nrye,4\n']
<table><tr><td><p>rye</p><p>oats</p></td><td><ul><li>a</li><li>b</li></ul></td></tr></table>
    parser  [[['rye oats', 'a b']]]
    takeout ['ryeoats,ab\n']
<table><tr><td>3<script>count()</script></td></tr></table>
    parser  [[['3 count()']]]
    takeout ['3count()\n']
SEEN
echo "as described"
