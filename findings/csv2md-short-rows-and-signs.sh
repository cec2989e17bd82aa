#!/usr/bin/env bash
# csv2md 1.7.1: one short row takes away columns from all the others, and stars of a cell become italics.
#
# Expected: a row may lack its last cells, as spreadsheets write it when they are empty; the others keep theirs. A
# cell "2*3*4" is no emphasis, and "\|" keeps its backslash.
# Seen: the table is as narrow as its shortest row, headings and values behind are gone without a word; only "|" is
# escaped, so "*", "_" and "<b>" become formatting, and a backslash before a bar disappears.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check csv2md==1.7.1 markdown-it-py==3.0.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import subprocess
import sys
from pathlib import Path

from markdown_it import MarkdownIt

for text in ("grain,May,June\nrye,3,4\noats,2\n", "sum\n2*3*4\n", "name\n<b>\n", "path\na\\|b\n"):
    Path("given.csv").write_text(text)
    command = [Path(sys.executable).with_name("csv2md"), "given.csv"]
    table = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    print(repr(text))
    print("   ", repr(table))
    print("   ", MarkdownIt("gfm-like", {"linkify": False}).render(table).replace("\n", ""))
PY
diff "$work/seen" - <<'SEEN'
'grain,May,June\nrye,3,4\noats,2\n'
    '| grain | May |\n| ----- | --- |\n| rye   | 3   |\n| oats  | 2   |\n'
    <table><thead><tr><th>grain</th><th>May</th></tr></thead><tbody><tr><td>rye</td><td>3</td></tr><tr><td>oats</td><td>2</td></tr></tbody></table>
'sum\n2*3*4\n'
    '| sum   |\n| ----- |\n| 2*3*4 |\n'
    <table><thead><tr><th>sum</th></tr></thead><tbody><tr><td>2<em>3</em>4</td></tr></tbody></table>
'name\n<b>\n'
    '| name |\n| ---- |\n| <b>  |\n'
    <table><thead><tr><th>name</th></tr></thead><tbody><tr><td><b></td></tr></tbody></table>
'path\na\\|b\n'
    '| path  |\n| ----- |\n| a\\\\|b |\n'
    <table><thead><tr><th>path</th></tr></thead><tbody><tr><td>a|b</td></tr></tbody></table>
SEEN
echo "as described"
