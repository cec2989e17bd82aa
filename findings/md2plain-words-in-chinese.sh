#!/usr/bin/env bash
# md2plain 0.2.0: in the plain part of an English mail, pictures are called 图片, and struck words are not marked as
# such.
#
# Expected: Markdown as plain text has the words of the letter; "![Rye](rye.png)" is its description. A note is a
# note.
#
# Seen: each picture is "[图片：Rye] (rye.png)", for which nobody can set another word; "~~" is shown, and a note stays
# as it is written.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md2plain==0.2.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from md2plain.render import render_plain

for text in ("See ![Rye in May](rye.png).", "It costs ~~5~~ 6.", "Rye[^1]\n\n[^1]: A grain."):
    print(repr(text), "->", repr(render_plain(text)))
PY
diff "$work/seen" - <<'SEEN'
'See ![Rye in May](rye.png).' -> 'See [图片：Rye in May] (rye.png).\n'
'It costs ~~5~~ 6.' -> 'It costs ~~5~~ 6.\n'
'Rye[^1]\n\n[^1]: A grain.' -> 'Rye[^1]\n\n[^1]: A grain.\n'
SEEN
echo "as described"
