#!/usr/bin/env bash
# html2phpbbcode 0.2.0: cells, and a term and its explanation, are one word; code is one line without a mark.
#
# Expected: a space or a line between cells; [code] around the lines of <pre>; the number at which a list begins.
# Seen: "Rye500 gSalt9 g" for a table of two rows, and two lines of code as one line of plain text. A list that
# begins at 3 is [list=1] and begins at 1.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html2phpbbcode==0.2.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from html2phpbbcode.parser import HTML2PHPBBCode

for page in (
    "<table><tr><td>Rye</td><td>500 g</td></tr><tr><td>Salt</td><td>9 g</td></tr></table>",
    "<dl><dt>Rye</dt><dd>a grain</dd></dl>",
    "<pre>if rye:\n    bake()</pre><p>Serve</p>",
    "<ol start='3'><li>Bake</li></ol>",
):
    print(ascii(HTML2PHPBBCode().feed(page)))
PY
diff "$work/seen" - <<'SEEN'
'Rye500 gSalt9 g'
'Ryea grain'
'if rye:     bake()\nServe\n'
'[list=1][*]Bake[/list]'
SEEN
echo "as described"
