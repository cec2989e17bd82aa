#!/usr/bin/env bash
# rst2gfm 0.1.2: the first line of code is the name of its language, and a note is said twice.
#
# Expected (GitHub Flavored Markdown): a fence's first line ends after the name of the language; the words of a note
# are there once; a caption is a paragraph.
# Seen: "```pythonsow(rye)": a renderer takes the first line for the language, and shows the rest; what "note" holds
# stands twice, the second time joined to the first; a caption follows its picture without a space, and a list that
# begins with 3 begins with 1.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rst2gfm==0.1.2 docutils==0.23
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from rst2gfm import convert_rst_to_md

for rst in (
    ".. code-block:: python\n\n   sow(rye)\n   reap(rye)\n",
    "Run::\n\n   rye --sow\n",
    ".. note:: Sow late.\n",
    ".. figure:: loaf.png\n\n   A loaf.\n",
    "3. three\n4. four\n",
):
    print(repr(rst))
    print("  ", repr(convert_rst_to_md(rst).strip()))
PY
diff "$work/seen" - <<'SEEN'
'.. code-block:: python\n\n   sow(rye)\n   reap(rye)\n'
   '```pythonsow(rye)\nreap(rye)\n```'
'Run::\n\n   rye --sow\n'
   'Run:\n\n\n```rye --sow\n```'
'.. note:: Sow late.\n'
   '> **Note:** \n> Sow late.Sow late.'
'.. figure:: loaf.png\n\n   A loaf.\n'
   '![](loaf.png)A loaf.'
'3. three\n4. four\n'
   '1. three\n\n\n1. four'
SEEN
echo "as described"
