#!/usr/bin/env bash
# edtf 5.0.2: "c1850-60" lasts until 2060, "January 1 and 2, 2024" is a day of 2002, and "Sow 12 loaves" a twelfth.
#
# Expected: text_to_edtf() gives a date of EDTF for what a person writes of one, or None: "1850-60" are ten years; two
# days are none or the first; a number of loaves is none.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check edtf==5.0.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from edtf import text_to_edtf

for text in (
    "1850-1860",
    "1850-60",
    "c1850-60",
    "January 1 and 2, 2024",
    "2.1.2024",
    "1 May 2019 and 3 June",
    "Sow 12 loaves",
):
    print(text, "->", text_to_edtf(text))
PY
diff "$work/seen" - <<'SEEN'
1850-1860 -> 1850/1860
1850-60 -> 1850/1860
c1850-60 -> 1850~/2060
January 1 and 2, 2024 -> 2002-01-01
2.1.2024 -> 2024-02-01
1 May 2019 and 3 June -> None
Sow 12 loaves -> XXXX-XX-12
SEEN
echo "as described"
