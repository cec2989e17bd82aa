#!/usr/bin/env bash
# python-creole 1.4.10: from HTML, quotations are no quotations, terms join what they mean, and code is literal HTML.
#
# Expected: wiki text, Textile and reStructuredText have marks for most of HTML: "bq." and an indented paragraph for a
# quotation, "::" for code; what a format has no mark for still keeps two words apart.
# Seen: <blockquote> is dropped in all three, <dt> and <dd> join without a space, and Creole has no code; in
# reStructuredText, <pre> stays a tag, which readers see.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-creole==1.4.10
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import warnings

warnings.simplefilter("ignore")
from creole import html2creole, html2rest, html2textile

for html in (
    "<blockquote><p>Mill it.</p></blockquote>",
    "<dl><dt>Rye</dt><dd>A grain</dd></dl>",
    "<p>Call <code>mill()</code></p>",
    "<pre>if rye:\n    mill()</pre>",
):
    print([convert(html) for convert in (html2creole, html2rest, html2textile)])
PY
diff "$work/seen" - <<'SEEN'
['Mill it.', 'Mill it.', 'Mill it.']
['RyeA grain', 'RyeA grain', 'RyeA grain']
['Call mill()', 'Call ``mill()``', 'Call @mill()@']
['{{{if rye:\n    mill()}}}', '<pre>if rye:\n    mill()</pre>', '<pre>if rye:\n    mill()</pre>']
SEEN
echo "as described"
