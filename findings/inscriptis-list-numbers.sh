#!/usr/bin/env bash
# inscriptis 2.7.6: lists count from 1 though they begin elsewhere, unless an item says so.
#
# Expected (HTML standard, 4.4.5 and 4.4.8): <ol start="3"> begins with 3, <ol reversed> counts down, and
# <li value="5"> is number 5. Texts refer to such numbers.
# Seen: `value` is honoured, `start` and `reversed` are not. What `hidden` keeps off the page is in the text.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check inscriptis==2.7.6
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from inscriptis import get_text

for html in (
    '<ol start="3"><li>rye<li>oats</ol>',
    "<ol reversed><li>rye<li>oats</ol>",
    '<ol><li value="5">rye<li>oats</ol>',
    "<p>shown</p><p hidden>not shown</p>",
):
    print(html, get_text(html).split())
PY
diff "$work/seen" - <<'SEEN'
<ol start="3"><li>rye<li>oats</ol> ['1.', 'rye', '2.', 'oats']
<ol reversed><li>rye<li>oats</ol> ['1.', 'rye', '2.', 'oats']
<ol><li value="5">rye<li>oats</ol> ['5.', 'rye', '6.', 'oats']
<p>shown</p><p hidden>not shown</p> ['shown', 'not', 'shown']
SEEN
echo "as described"
