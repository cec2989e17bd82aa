#!/usr/bin/env bash
# dashtable2 1.4.17: a bar in a cell parts it, and the caption of a table is gone.
#
# Expected: html2md() writes "|" within a cell as "\|" (GFM, 4.10), and the words of <caption> somewhere; paragraphs
# of a cell stay apart.
# Seen: "rye|oats" is two cells, of which a reader keeps the first in a table of one column; the caption is in neither
# form; two paragraphs of a cell are one word; a list is "* a * b". In html2rst() the items stay apart.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    dashtable2==1.4.17 beautifulsoup4==4.15.0 numpy==2.4.6
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import dashtable

for html in (
    "<table><tr><th>Grain</th></tr><tr><td>rye|oats</td></tr></table>",
    "<table><caption>Prices</caption><tr><th>Grain</th></tr><tr><td>rye</td></tr></table>",
    "<table><tr><th>Grain</th></tr><tr><td><p>rye</p><p>oats</p></td></tr></table>",
    "<table><tr><th>Grain</th></tr><tr><td><ul><li>a</li><li>b</li></ul></td></tr></table>",
):
    print(html)
    print(dashtable.html2md(html))
    print(dashtable.html2rst(html))
PY
diff "$work/seen" - <<'SEEN'
<table><tr><th>Grain</th></tr><tr><td>rye|oats</td></tr></table>
|  Grain   |
|----------|
| rye|oats |
+----------+
| Grain    |
+==========+
| rye|oats |
+----------+
<table><caption>Prices</caption><tr><th>Grain</th></tr><tr><td>rye</td></tr></table>
| Grain |
|-------|
|  rye  |
+-------+
| Grain |
+=======+
| rye   |
+-------+
<table><tr><th>Grain</th></tr><tr><td><p>rye</p><p>oats</p></td></tr></table>
|  Grain  |
|---------|
| ryeoats |
+---------+
| Grain   |
+=========+
| ryeoats |
+---------+
<table><tr><th>Grain</th></tr><tr><td><ul><li>a</li><li>b</li></ul></td></tr></table>
|  Grain  |
|---------|
| * a * b |
+-------+
| Grain |
+=======+
| * a   |
| * b   |
+-------+
SEEN
echo "as described"
