#!/usr/bin/env bash
# html-sanitizer 2.7.0: words of neighbouring blocks that it unwraps become one word; lines of code become one line.
#
# Expected: a tag that is not allowed goes and its words stay, apart from those of the next block; what was struck
# out is marked or goes; a <pre> that cannot stay keeps its lines, or a space at least.
# Seen: "one" and "two" in two <div>, two cells of a row, and a term and its explanation become "onetwo" and so on,
# with no space. A price struck out by <del> stands beside the new one. A <pre> becomes one line of plain text.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html-sanitizer==2.7.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from html_sanitizer import Sanitizer

sanitizer = Sanitizer()
for page in (
    "<div>Flour</div><div>Water</div>",
    "<table><tr><td>Rye</td><td>500 g</td></tr></table>",
    "<dl><dt>Rye</dt><dd>a dark grain</dd></dl>",
    "<p>Now <del>5</del> 6 euros</p>",
    "<pre>mix()\nbake()</pre>",
    "<h2>Bread</h2><h4>Rye</h4><p>Mix it.</p>",
):
    print(sanitizer.sanitize(page))
PY
diff "$work/seen" - <<'SEEN'
FlourWater
Rye500 g
Ryea dark grain
<p>Now 5 6 euros</p>
mix() bake()
<h2>Bread</h2>Rye<p>Mix it.</p>
SEEN
echo "as described"
