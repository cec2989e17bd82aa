#!/usr/bin/env bash
# thefuzz 0.22.1: dedupe() keeps one of "Chapter 1", "Chapter 2" and "Chapter 3", one of "C++" and "C#", and one of
# two years.
#
# Expected: what is taken for a repeat says the same but for marks or the order of words; a number that differs makes
# another title, as it does for a reader.
# Seen: two titles are one from a likeness of 70 on, and one digit of many letters is less than that; signs are taken
# off first, so that "C++", "C#" and "C" are equal. Nothing says what was dropped.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check thefuzz==0.22.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from thefuzz import process

for titles in (
    ["Chapter 1", "Chapter 2", "Chapter 3"],
    ["The harvest of 2023", "The harvest of 2024"],
    ["Learning C", "Learning C++", "Learning C#"],
    ["Rye", "Rye bread", "Rye fields in May"],
    ["How to sow rye", "How to mow rye"],
):
    print(len(titles), "->", sorted(process.dedupe(titles)))
PY
diff "$work/seen" - <<'SEEN'
3 -> ['Chapter 3']
2 -> ['The harvest of 2024']
3 -> ['Learning C++']
3 -> ['Rye bread', 'Rye fields in May']
2 -> ['How to sow rye']
SEEN
echo "as described"
