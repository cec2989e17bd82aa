#!/usr/bin/env bash
# clear-html 0.5.0: words that were struck out stand as valid ones, and notes lose the place that their numbers point
# to.
#
# Expected: "clean and normalize" keeps meaning: <del> and <s> say that words do not hold, <q> puts marks around them,
# a link "#note" finds the element of that name, <caption> belongs to its table, <hr> divides.
# Seen: <del>, <q> and <mark> are removed and their words stay: "Open on Monday Sunday"; id attributes go, the links
# to them stay; a caption is left as text in <table>, which a browser puts before it; <hr> is gone, and <rt> is moved
# two lines below its letters.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check clear-html==0.5.0 lxml==6.1.3 html-text==0.7.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from clear_html import clean_node, cleaned_node_to_html
from lxml.html import fromstring

for html in (
    "<div><p>Open on <del>Monday</del> Sunday. She said <q>no</q>.</p></div>",
    "<div><p>Rye<a href='#note'>1</a></p><p id='note'>1 A grain.</p></div>",
    "<div><table><caption>Prices</caption><tr><td>Rye</td><td>3</td></tr></table></div>",
    "<div><p>One.</p><hr><p>Two.</p></div>",
    "<div><p><ruby>\u6f22<rt>kan</rt></ruby></p></div>",
):
    print(html)
    print("   ", repr(cleaned_node_to_html(clean_node(fromstring(html)))))
PY
diff "$work/seen" - <<'SEEN'
<div><p>Open on <del>Monday</del> Sunday. She said <q>no</q>.</p></div>
    '<article>\n\n<p>Open on Monday Sunday. She said no.</p>\n\n</article>'
<div><p>Rye<a href='#note'>1</a></p><p id='note'>1 A grain.</p></div>
    '<article>\n\n<p>Rye<a href="#note">1</a></p>\n\n<p>1 A grain.</p>\n\n</article>'
<div><table><caption>Prices</caption><tr><td>Rye</td><td>3</td></tr></table></div>
    '<article>\n\n<table>Prices<tr><td>Rye</td><td>3</td></tr></table>\n\n</article>'
<div><p>One.</p><hr><p>Two.</p></div>
    '<article>\n\n<p>One.</p>\n\n<p>Two.</p>\n\n</article>'
<div><p><ruby>漢<rt>kan</rt></ruby></p></div>
    '<article>\n\n<p>漢<br><br>kan</p>\n\n</article>'
SEEN
echo "as described"
