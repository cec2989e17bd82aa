#!/usr/bin/env bash
# newspaper4k 0.9.6: the last paragraph of an article is gone if it has a link; cells and lines of code join.
#
# Expected: the text of an article is its paragraphs, to the last; cells of a table and lines of code stay apart.
# Seen: what removes a box of media from the end takes a last paragraph with a link for one; one in bold or italics
# too. If another paragraph follows, it is there. "Rye" and "500" of a table are "Rye500", code is one line.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check newspaper4k==0.9.6
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import newspaper

BODY = """<p>Rye bread is made of rye flour, water and salt, and it takes a day, as the old books say. It has,
of course, a crust, and that is what we like about it most.</p>
<p>Mix the flour with the water in the evening, and leave both in a warm place until the morning, under a cloth.</p>
<table><tr><th>Flour</th><th>Grams</th></tr><tr><td>Rye</td><td>500</td></tr></table>
<pre><code>for loaf in loaves:
    bake(loaf)
</code></pre>
"""
LAST = "<p>{} The mill sells all of it, on every day of the week, to whoever comes, for a price that is fair.</p>"


def text(end):
    html = f"<html><head><title>Rye</title></head><body><article><h1>Rye</h1>{BODY}{end}</article></body></html>"
    return newspaper.article("https://mill.example/rye", input_html=html, language="en").text


for name, start in (
    ("plain", "Where to buy."),
    ("link", '<a href="https://mill.example/">Where to buy</a>.'),
    ("bold", "<b>Where to buy.</b>"),
):
    print(f"{name:6}", "the last paragraph is", "there" if "The mill sells" in text(LAST.format(start)) else "gone")
followed = text(LAST.format('<a href="https://mill.example/">Where to buy</a>.') + LAST.format("Or bake it."))
print("a link, with a paragraph after it:", "there" if "Where to buy" in followed else "gone")
print([line for line in followed.splitlines() if "500" in line or "bake(" in line])
PY
diff "$work/seen" - <<'SEEN'
plain  the last paragraph is there
link   the last paragraph is gone
bold   the last paragraph is gone
a link, with a paragraph after it: there
['FlourGramsRye500', 'for loaf in loaves: bake(loaf)']
SEEN
echo "as described"
