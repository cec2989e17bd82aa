#!/usr/bin/env bash
# mdformat 1.0.0: a bar in a table's cell loses its backslash, and the cell its second half.
#
# Expected: the formatter shows the same page before and after, which its command checks; "\|" stays (GFM, 4.10), as a
# table is text for it where no plugin reads tables.
# Seen: the command succeeds and writes "rye | oats", which GitHub and every reader of tables takes for two cells, so
# the price is left out of the row. mdformat-gfm 1.0.0 keeps the backslash.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mdformat==1.0.0 markdown-it-py==4.3.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import mdformat
from markdown_it import MarkdownIt

reader = MarkdownIt("gfm-like", {"linkify": False})
text = "| grain | price |\n| --- | --- |\n| rye \\| oats | 3 |\n"
for version in (text, mdformat.text(text)):
    print(repr(version))
    print(reader.render(version).replace("\n", ""))
PY
diff "$work/seen" - <<'SEEN'
'| grain | price |\n| --- | --- |\n| rye \\| oats | 3 |\n'
<table><thead><tr><th>grain</th><th>price</th></tr></thead><tbody><tr><td>rye | oats</td><td>3</td></tr></tbody></table>
'| grain | price |\n| --- | --- |\n| rye | oats | 3 |\n'
<table><thead><tr><th>grain</th><th>price</th></tr></thead><tbody><tr><td>rye</td><td>oats</td></tr></tbody></table>
SEEN
echo "as described"
