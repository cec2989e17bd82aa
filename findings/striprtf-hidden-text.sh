#!/usr/bin/env bash
# striprtf 0.0.35: hidden and deleted words of an RTF file are in its text.
#
# Expected (RTF 1.9.1): \v marks hidden text and \deleted what a tracked change took away; word processors show
# neither unless asked, and the text of a file is what they show.
# Seen: both are given as text, among the other words, while comments and headers are left out.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check striprtf==0.0.35
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from striprtf.striprtf import rtf_to_text

for rtf in (
    r"{\rtf1 Rye {\v hidden }bread.}",
    r"{\rtf1 Rye {\deleted wheat }bread.}",
    r"{\rtf1 Rye {\annotation comment }bread.}",
):
    print(rtf, "->", rtf_to_text(rtf))
PY
diff "$work/seen" - <<'SEEN'
{\rtf1 Rye {\v hidden }bread.} -> Rye hidden bread.
{\rtf1 Rye {\deleted wheat }bread.} -> Rye wheat bread.
{\rtf1 Rye {\annotation comment }bread.} -> Rye bread.
SEEN
echo "as described"
