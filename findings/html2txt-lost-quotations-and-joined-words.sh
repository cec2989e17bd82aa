#!/usr/bin/env bash
# html2txt 0.6.0: a quotation without paragraph is gone, words before italics are joined to them, and readings replace
# words.
#
# Expected: <blockquote> may hold text itself (HTML, 4.4.4: flow content); a space before an element is a space;
# <ruby> keeps its letters; an abbreviation stays as it is written.
# Seen: "<blockquote>Rye is life.</blockquote>" is an empty text; "a <i>b</i>" is "a*b*"; of <ruby> nothing is left;
# "W" with a title becomes the title; the text of a link that begins with an element gets the address before it; a bar
# in a cell makes two.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html2txt==0.6.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from html2txt.converters import Html2Markdown

for html in (
    "<blockquote>Rye is life.</blockquote>",
    "<p>A <i>round</i> loaf, very <small>small</small>.</p>",
    "<p><ruby>\u9ea6<rt>mugi</rt></ruby>\u7551</p>",
    "<p>The <abbr title='World Grain Fund'>WGF</abbr></p>",
    "<p><a href='https://mill.example/'><b>the</b> mill</a></p>",
    "<table><tr><td>rye|oats</td></tr></table>",
):
    print(html)
    print("   ", repr(Html2Markdown().convert(html)))
PY
diff "$work/seen" - <<'SEEN'
<blockquote>Rye is life.</blockquote>
    ''
<p>A <i>round</i> loaf, very <small>small</small>.</p>
    'A*round* loaf, very <small>small</small>.\n'
<p><ruby>麦<rt>mugi</rt></ruby>畑</p>
    '畑\n'
<p>The <abbr title='World Grain Fund'>WGF</abbr></p>
    'The\n*[WGF]: World Grain Fund\n\nWorld Grain Fund\n'
<p><a href='https://mill.example/'><b>the</b> mill</a></p>
    '[https://mill.example/**the** mill](https://mill.example/)\n'
<table><tr><td>rye|oats</td></tr></table>
    '\n|rye|oats|\n\n'
SEEN
echo "as described"
