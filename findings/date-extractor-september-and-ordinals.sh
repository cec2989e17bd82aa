#!/usr/bin/env bash
# date-extractor 5.1.5: "Sept 3 2024" is in 2002, "the 3rd of May, 2024" is New Year, and pages of a book are days.
#
# Expected: a date that is not understood is no date, or only its year; an offset moves the time; "12-14" before a
# year are pages, a span, or nothing.
# Seen: "Sept 3 2024" becomes 3 February 2002; with an ordinal, a dot behind the day, or a short year, the day and the
# month are dropped without a word, and the first of January of the year is given as if it stood there; "pages 12-14,
# 2024" are 2 January 2014 and 1 January 2024; of "23:30:00+02:00" the offset is dropped, and the zone is UTC.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check date-extractor==5.1.5
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from date_extractor import extract_dates

for text in (
    "On Sept 3 2024 we met.",
    "On Sep 3, 2024 we met.",
    "On the 3rd of May, 2024 we met.",
    "3. Mai 2024",
    "pages 12-14, 2024",
    "2024-05-03T23:30:00+02:00",
):
    print(repr(text), [str(date) for date in extract_dates(text)])
PY
diff "$work/seen" - <<'SEEN'
'On Sept 3 2024 we met.' ['2002-02-03 00:00:00+00:00']
'On Sep 3, 2024 we met.' ['2024-09-03 00:00:00+00:00']
'On the 3rd of May, 2024 we met.' ['2024-01-01 00:00:00+00:00']
'3. Mai 2024' ['2024-01-01 00:00:00+00:00']
'pages 12-14, 2024' ['2014-01-02 00:00:00+00:00', '2024-01-01 00:00:00+00:00']
'2024-05-03T23:30:00+02:00' ['2024-05-03 23:30:00+00:00']
SEEN
echo "as described"
