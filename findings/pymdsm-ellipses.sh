#!/usr/bin/env bash
# pymdsm 0.0.3: between two ellipses, the words are small print.
#
# Expected: "..words.." is small; "Wait..." is an ellipsis, "1..5" a range and "../rye" a path.
# Seen: two of the three dots open small print and the next two close it; a range does so too, and two relative paths
# of a line lose their dots.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Markdown==3.11.3 pymdsm==0.0.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import markdown
from pymdsm.pymdsm import makeExtension

for text in (
    "..small print..",
    "Wait... and then it rose... slowly.",
    "Days 1..5 and 6..9.",
    "Copy ../rye to ../oats.",
):
    print(text)
    print("  ", markdown.markdown(text, extensions=[makeExtension()]))
PY
diff "$work/seen" - <<'SEEN'
..small print..
   <p><small>small print</small></p>
Wait... and then it rose... slowly.
   <p>Wait<small>. and then it rose</small>. slowly.</p>
Days 1..5 and 6..9.
   <p>Days 1<small>5 and 6</small>9.</p>
Copy ../rye to ../oats.
   <p>Copy <small>/rye to </small>/oats.</p>
SEEN
echo "as described"
