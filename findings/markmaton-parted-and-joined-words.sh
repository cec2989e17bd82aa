#!/usr/bin/env bash
# markmaton 0.1.4: a word with a bold part is three words, and words beside <mark> and <ins> are one.
#
# Expected: emphasis within a word is written without spaces ("un**believ**able", CommonMark, 6.2), inline elements
# take away no space between words, <br> ends a line, an address with a space stands in "<>".
# Seen: "un **believ** able"; the space between <ins> and <mark>, and before <a name>, is gone: "newmarked"; each <br>
# makes a paragraph; the address with a space is no link; terms and explanations, a picture and its caption, a summary
# and what it hides are joined.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markmaton==0.1.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from markmaton import ConvertRequest, convert_html

for html in (
    "<p>un<b>believ</b>able word<i>s</i></p>",
    "<p>Some <ins>new</ins> <mark>marked</mark> words.</p>",
    "<p><code>rye</code> <code>oats</code></p>",
    "<p>Roses are red,<br>violets are blue.</p>",
    "<p><a href='https://mill.example/rye bread'>Bread</a> <a name='x'>here</a></p>",
    "<dl><dt>Rye</dt><dd>A grain.</dd></dl>",
    "<figure><img src='loaf.jpg' alt='A loaf'><figcaption>Ours</figcaption></figure>",
    "<details><summary>More</summary>Rye keeps long.</details>",
):
    print(repr(html))
    print("   ", repr(convert_html(ConvertRequest(html=html)).markdown))
PY
diff "$work/seen" - <<'SEEN'
'<p>un<b>believ</b>able word<i>s</i></p>'
    'un **believ** able word _s_'
'<p>Some <ins>new</ins> <mark>marked</mark> words.</p>'
    'Some newmarked words.'
'<p><code>rye</code> <code>oats</code></p>'
    '`rye``oats`'
'<p>Roses are red,<br>violets are blue.</p>'
    'Roses are red,\n\nviolets are blue.'
"<p><a href='https://mill.example/rye bread'>Bread</a> <a name='x'>here</a></p>"
    '[Bread](https://mill.example/rye bread)here'
'<dl><dt>Rye</dt><dd>A grain.</dd></dl>'
    'RyeA grain.'
"<figure><img src='loaf.jpg' alt='A loaf'><figcaption>Ours</figcaption></figure>"
    '![A loaf](loaf.jpg)Ours'
'<details><summary>More</summary>Rye keeps long.</details>'
    'MoreRye keeps long.'
SEEN
echo "as described"
