#!/usr/bin/env bash
# mistune 3.4.0: a table with one row of another length is no table.
#
# Expected (GFM 0.29, 4.10): "The remainder of the table's rows may vary in the number of cells": empty cells
# are added, and the excess is ignored, as markdown-it-py does.
# Seen: with the plugin "table" the whole table is a paragraph of bars and dashes.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mistune==3.4.0 markdown-it-py==4.0.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import markdown_it
import mistune

HEAD = "| Rye | Day |\n| --- | --- |\n| flour | one |\n"
for row in ("| salt | one |", "| salt |", "| salt | one | more |"):
    text = HEAD + row + "\n"
    for name, html in (
        ("mistune", mistune.create_markdown(plugins=["table"])(text)),
        ("markdown-it-py", markdown_it.MarkdownIt("commonmark").enable("table").render(text)),
    ):
        print(row, name, "table" if "<table>" in html else "no table")
PY
diff "$work/seen" - <<'SEEN'
| salt | one | mistune table
| salt | one | markdown-it-py table
| salt | mistune no table
| salt | markdown-it-py table
| salt | one | more | mistune no table
| salt | one | more | markdown-it-py table
SEEN
echo "as described"
