#!/usr/bin/env bash
# md2gemini 1.9.1: words at the start of a line become links and headings of Gemini.
#
# Expected: text stays text. In gemtext a line that begins with "=>" is a link and one with "#" a heading,
# even without a space, so a converter has to keep such words from the start of a line. In Markdown
# "#knitting" is a paragraph (CommonMark 0.31.2, 4.2: a space follows), and so is "=> see below".
# Seen: both are written as they stand, and a Gemini client shows a heading "knitting" and a link to "see". A
# picture within a sentence cuts it in two, and the second half is a line of its own.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md2gemini==1.9.1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from md2gemini import md2gemini

for text in ("#knitting is my hobby", "=> see below", "The oven ![door](door.png) was open."):
    print(repr(text), "->", md2gemini(text).split("\r\n"))
PY
diff "$work/seen" - <<'SEEN'
'#knitting is my hobby' -> ['#knitting is my hobby']
'=> see below' -> ['=> see below']
'The oven ![door](door.png) was open.' -> ['The oven ', '=> door.png door [IMG]', ' was open.']
SEEN
echo "as described"
