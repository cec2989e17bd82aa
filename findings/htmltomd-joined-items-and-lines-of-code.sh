#!/usr/bin/env bash
# htmltomd 0.2.0: items, cells and lines of code run together, and a linked picture leaves an empty link.
#
# Expected: whatever the package does with lists and tables, their words stay apart; <pre> keeps its line ends, as HTML
# shows them; a picture has its alternative text, and a link around it stays a link around a picture.
# Seen: "rye" and "oats" of two items are "ryeoats" when no line end is between their tags, and so are cells and terms;
# code is one line; of a linked picture "[](big.html)" is left, and a figure's picture has its caption for its text.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check htmltomd==0.2.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import htmltomd

for page in (
    "<ul><li>rye</li><li>oats</li></ul>",
    "<table><tr><td>rye</td><td>5</td></tr></table>",
    "<dl><dt>rye</dt><dd>A grain</dd></dl>",
    "<pre>if rye:\n    mill()</pre>",
    '<p><a href="big.html"><img src="mill.jpg" alt="The mill"></a></p>',
    '<figure><img src="mill.jpg" alt="A mill at dawn"><figcaption>Seen by Ann</figcaption></figure>',
):
    print(page.replace("\n", "\\n"))
    print("   ", htmltomd.html_to_md(f"<html><body>{page}</body></html>").strip())
PY
diff "$work/seen" - <<'SEEN'
<ul><li>rye</li><li>oats</li></ul>
    ryeoats
<table><tr><td>rye</td><td>5</td></tr></table>
    rye5
<dl><dt>rye</dt><dd>A grain</dd></dl>
    ryeA grain
<pre>if rye:\n    mill()</pre>
    if rye: mill()
<p><a href="big.html"><img src="mill.jpg" alt="The mill"></a></p>
    [](big.html)
<figure><img src="mill.jpg" alt="A mill at dawn"><figcaption>Seen by Ann</figcaption></figure>
    ![Seen by Ann](mill.jpg)
SEEN
echo "as described"
