#!/usr/bin/env bash
# fediverse-utils 0.1.2: the words of a link are gone, and what describes a picture is in small letters.
#
# Expected: the text of a post, as used for search and for language detection, has the words that readers see; that of
# a link may be followed by its address.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fediverse-utils==0.1.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from fediverse_utils.cleaning import strip_html

for html in (
    '<p>Read <a href="https://rye.example/mill">how Tom sold his mill</a>, all of it.</p>',
    '<p><img src="a.jpg" alt="Ann at the Mill of Tom"> in May</p>',
    "<p>Sow</p><pre>if rye:\n    mill()</pre><h2>Oats</h2><p>in April</p>",
    "<table><tr><td>Monday</td><td>Rye</td></tr></table>",
):
    print(repr(strip_html(html)))
PY
diff "$work/seen" - <<'SEEN'
'Read https://rye.example/mill , all of it.'
'ann at the mill of tom in May'
'Sow\nif rye:\n    mill() Oats\n in April'
'Monday Rye'
SEEN
echo "as described"
