#!/usr/bin/env bash
# undate 0.8.0: its parser for all forms reads 2024-01-02 as the year 2024, and 20240102 is the year 20,240,102.
#
# Expected (ISO 8601, basic format): eight digits are a day, or an error, as EDTF writes years of more than four
# digits with "Y" before them; a day that does not exist is an error, as it is in the parser "EDTF".
#
# Seen: with "omnibus" month and day of a date are dropped without a word, those of 30 February, too; with "ISO8601",
# "EDTF" and "omnibus" eight digits are taken for a year.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check undate==0.8.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from undate import Undate

for text in ("2024-01-02", "20240102", "1700000000", "2024-02-30"):
    for parser in ("ISO8601", "EDTF", "omnibus"):
        try:
            date = Undate.parse(text, parser)
            print(text, parser, "->", date, date.precision.name)
        except Exception as error:
            print(text, parser, "->", type(error).__name__)
PY
diff "$work/seen" - <<'SEEN'
2024-01-02 ISO8601 -> 2024-01-02 DAY
2024-01-02 EDTF -> 2024-01-02 DAY
2024-01-02 omnibus -> 2024 YEAR
20240102 ISO8601 -> 20240102 YEAR
20240102 EDTF -> 20240102 YEAR
20240102 omnibus -> 20240102 YEAR
1700000000 ISO8601 -> 1700000000 YEAR
1700000000 EDTF -> 1700000000 YEAR
1700000000 omnibus -> 1700000000 YEAR
2024-02-30 ISO8601 -> ValueError
2024-02-30 EDTF -> VisitError
2024-02-30 omnibus -> 2024 YEAR
SEEN
echo "as described"
