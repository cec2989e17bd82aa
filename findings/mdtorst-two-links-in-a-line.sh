#!/usr/bin/env bash
# mdtorst 1.1.0: two links in a line become one, to the second address, which shows the first.
#
# Expected (CommonMark 0.31.2, docutils): each link is "`words <address>`__" of its own; an underscore within a word
# is no emphasis.
# Seen: everything between the first "[" and the last ")" of a line is within one link; "snake_case_name" has an
# emphasised "case", and a backslash at the end of a line stays.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mdtorst==1.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import md_to_rst

for text in (
    "Read [the rye](https://rye.example/) and [the oats](https://o.example/).",
    "The snake_case_name.",
    "A line,\\\nand another.",
):
    print(text)
    print("  ", repr(md_to_rst.convertMarkdownToRst(text)))
PY
diff "$work/seen" - <<'SEEN'
Read [the rye](https://rye.example/) and [the oats](https://o.example/).
   'Read `the rye](https://rye.example/) and [the oats <https://o.example/>`_ and `the oats <https://o.example/>`_.'
The snake_case_name.
   'The snake*case*name.'
A line,\
and another.
   'A line,\\\n\nand another.'
SEEN
echo "as described"
