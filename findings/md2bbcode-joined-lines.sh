#!/usr/bin/env bash
# md2bbcode 1.1.2: two lines of a paragraph join without a space.
#
# Expected (CommonMark 6.8): the end of a line within a paragraph parts two words; XenForo, for which the package
# writes, shows a line end as one. Text that is wrapped at a width has many.
# Seen: the last word of a line and the first of the next are one word; with two spaces before it, the line end
# stays. Numbered lists begin at 1.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md2bbcode==1.1.2
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from md2bbcode.main import process_readme

for markdown in ("Rye keeps\nfor a week.", "Rye keeps  \nfor a week.", "> Mill\n> it.", "3. Mill\n4. Bake"):
    print(repr(process_readme(markdown)))
PY
diff "$work/seen" - <<'SEEN'
'Rye keepsfor a week.\n\n'
'Rye keeps\nfor a week.\n\n'
'[QUOTE]\nMillit.\n\n[/QUOTE]\n'
'[list=1][*]Mill\n[*]Bake\n[/list]\n'
SEEN
echo "as described"
