#!/usr/bin/env bash
# simhash 2.1.2: texts that differ in spaces or in signs only are the same: "C++" and "C#", "no where" and "nowhere".
#
# Expected: a fingerprint of words or of characters tells different texts apart, if only by a bit.
# Seen: a text becomes its letters and digits without spaces, in small letters; pieces of four characters of that
# count. "Now here" is "nowhere", a tag "#rye" the word, and all posts of signs alone are one post.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check simhash==2.1.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from simhash import Simhash

for one, other in (
    ("C++", "C#"),
    ("He is now here.", "He is nowhere."),
    ("I bake 3-4 loaves.", "I bake 34 loaves."),
    ("→", "¯\\(°°)/¯"),
    ("I bake 34 loaves", "I bake 35 loaves"),
):
    print(f"{Simhash(one).distance(Simhash(other)):2} bits differ: {one} | {other}")
PY
diff "$work/seen" - <<'SEEN'
 0 bits differ: C++ | C#
 0 bits differ: He is now here. | He is nowhere.
 0 bits differ: I bake 3-4 loaves. | I bake 34 loaves.
 0 bits differ: → | ¯\(°°)/¯
14 bits differ: I bake 34 loaves | I bake 35 loaves
SEEN
echo "as described"
