#!/usr/bin/env bash
# rst2textile 0.2.1, docutils 0.23: a paragraph after a list becomes its last item's, and one before a table is lost.
#
# Expected: an empty line between blocks, by which Textile tells where one ends.
# Seen: none is written after a list or before a table. textile 4.0.4 reads "Serve it." as the second line of the last
# item, and shows the table without the word before it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rst2textile==0.2.1 docutils==0.23 textile==4.0.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import textile
from docutils.core import publish_string
from docutils_textile.writer import TextileWriter

for text in ("- rye\n- milk\n\nServe it.\n", "Rye\n\n=== ===\n1   2\n=== ===\n"):
    written = publish_string(text, writer=TextileWriter()).decode()
    print(ascii(written))
    print(ascii(textile.textile(written)))
PY
diff "$work/seen" - <<'SEEN'
'* rye\n* milk\nServe it.'
'\t<ul>\n\t\t<li>rye</li>\n\t\t<li>milk<br />\nServe it.</li>\n\t</ul>'
'Rye\n| 1   | 2   |\n'
'\t<table>\n\t\t<tr>\n\t\t\t<td> 1   </td>\n\t\t\t<td> 2   </td>\n\t\t</tr>\n\t</table>'
SEEN
echo "as described"
