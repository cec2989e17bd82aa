#!/usr/bin/env bash
# rst2gemtext 0.7.1: the lines of a poem join each other and the heading above; terms join what stands before them.
#
# Expected: a line block of reStructuredText is lines, a term stands before what it means, a field list is text, and
# the items of a numbered list have a number each, or a bullet.
# Seen: "# BreadRoses are red,violets are blue."; "Between.Rye" and "A grain.Oats", with the meanings below; fields are
# gone; items of a numbered list have a bullet and a number.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rst2gemtext==0.7.1
cat >text.rst <<'RST'
Bread
=====

| Roses are red,
| violets are blue.

Between.

Rye
    A grain.
Oats
    Pale.

Between.

:Price: three crowns
:Weight: one pound

3. bake
4. eat
RST
"$work/venv/bin/rst2gemtext" text.rst text.gmi
grep -v '^$' text.gmi | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
# BreadRoses are red,violets are blue.
Between.Rye
A grain.Oats
Pale.
Between.
* 3. bake
* 4. eat
SEEN
echo "as described"
