#!/usr/bin/env bash
# alea-markdown 0.1.1: a list or a quotation that stands alone is none, items are lost, and code is not indented.
#
# Expected: what is converted from HTML has the words of it, and marks for lists and quotations, whether something
# stands beside them or not; <br> parts two lines, and lines of <pre> keep their spaces (HTML, 4.4.3); "|" in a cell is
# escaped (GFM, 4.10).
# Seen, as the package is installed, without the optional markdownify: a list that is the whole of the HTML is its
# paragraphs alone, so that items without a paragraph are gone; a quotation loses its mark. Words around <br> are one,
# the lines of code have no spaces at their beginnings, and "|" parts a cell.
#
# Needs Python 3.12 or later, as the package does.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for python in python3 python3.13 python3.12 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python; do
  if "$python" -c "import sys; sys.exit(sys.version_info < (3, 12))" 2>/dev/null; then break; fi
done
"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check alea-markdown==0.1.1 lxml==6.1.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import logging

from alea_markdown import AutoParser

logging.disable()
for html in (
    "<ul><li>Sow.</li><li><p>Mill.</p></li></ul>",
    "<p>Then:</p><ul><li>Sow.</li><li><p>Mill.</p></li></ul>",
    "<blockquote><p>Mill it.</p></blockquote>",
    "<p>Sow rye,<br>mill oats.</p>",
    "<p>Code:</p><pre><code>if rye:\n    mill()</code></pre>",
    "<table><tr><th>a</th><th>b</th></tr><tr><td>1 | 2</td><td>3</td></tr></table>",
):
    print(repr(AutoParser().parse(html).strip()))
PY
diff "$work/seen" - <<'SEEN'
'Mill.'
'Then:\n\n- Sow.\n\n- Mill.'
'Mill it.'
'Sow rye,mill oats.'
'Code:\n\n```\nif rye:\nmill()\n```'
'| a | b |\n| --- | --- |\n| 1 | 2 | 3 |'
SEEN
echo "as described"
