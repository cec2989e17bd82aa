#!/usr/bin/env bash
# Typst 0.15.0: in HTML, words that are centred, framed, put in columns or turned are gone.
#
# Expected (Typst's documentation, "HTML" and "Layout"): what a page cannot lay out in the same way is still shown, as
# boxed and highlighted words are: the words are content, their place is not.
# Seen: of what stands in align, rect, columns, pad, rotate, move, scale, place, grid and stack nothing is in the
# page. The compiler warns that its HTML is not complete yet and that the function is ignored, not that the words are.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check typst==0.15.0
venv/bin/python -W ignore - <<'PY' | tee "$work/seen"
import re

import typst

for call in ("align(center)", "rect", "columns(2)", "pad(left: 1em)", "rotate(3deg)", "move(dx: 1em)", "scale(90%)", "place(right)",
             "grid(columns: 2)", "stack", "box", "block", "highlight", "smallcaps", "overline", "text(red)"):
    page, warnings = typst.compile_with_warnings(f"Sow #{call}[rye] now.".encode(), format="html")
    body = re.search(r"<body>(.*)</body>", page.decode(), re.DOTALL)
    print(call, "lost" if "rye" not in body[1] else "kept", *(str(warning.message) for warning in warnings[1:]))
PY
diff "$work/seen" - <<'SEEN'
align(center) lost align was ignored during HTML export
rect lost rect was ignored during HTML export
columns(2) lost columns was ignored during HTML export
pad(left: 1em) lost pad was ignored during HTML export
rotate(3deg) lost rotate was ignored during HTML export
move(dx: 1em) lost move was ignored during HTML export
scale(90%) lost scale was ignored during HTML export
place(right) lost place was ignored during HTML export
grid(columns: 2) lost grid was ignored during HTML export
stack lost stack was ignored during HTML export
box kept
block kept
highlight kept
smallcaps kept
overline kept
text(red) kept
SEEN
echo "as described"
