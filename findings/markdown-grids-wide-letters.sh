#!/usr/bin/env bash
# markdown-grids 1.0.0: a table with Chinese or Japanese words is no table.
#
# Expected: in a grid table, the signs of a column stand below one another, with letters that are two columns wide
# counted as two, as editors and terminals show them. So do reStructuredText, whose tables these are (docutils 0.22),
# and markdown-grid-tables 0.6.0.
# Seen: letters are counted. "One or more table lines differ in length" is logged, and the table is shown as it is
# written.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  markdown-grids==1.0.0 markdown-grid-tables==0.6.0 Markdown==3.10 docutils==0.22.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import logging

import markdown
from docutils.core import publish_parts

logging.disable()
for word in ("rye ", "黒麦"):
    table = f"+------+---+\n| {word} | 2 |\n+------+---+\n"
    print("docutils:", publish_parts(table, writer_name="html5")["body"].count("<td>"), "cells")
    for extension in ("markdown_grid_tables", "markdown_grids"):
        html = markdown.markdown(table, extensions=[extension])
        print(f"{extension}: {html.count('<td')} cells")
PY
diff "$work/seen" - <<'SEEN'
docutils: 2 cells
markdown_grid_tables: 2 cells
markdown_grids: 2 cells
docutils: 2 cells
markdown_grid_tables: 2 cells
markdown_grids: 0 cells
SEEN
echo "as described"
