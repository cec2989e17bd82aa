#!/usr/bin/env bash
# parsedatetime 2.6: a year alone is a time of today: 2019 is 20:19, and so is the year of a date with "T" and a time.
#
# Expected: "2024-01-02T10:00:00" is ten o'clock on 2 January, or cannot be read; "2019" is a year, a span of years no
# time of day, and the number of a version no date. What cannot be read gives the flag 0.
# Seen: of a date of ISO 8601 with a time only the year is read, as 20:24 of the day that is asked about, and the flag
# says that it is a time.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check parsedatetime==2.6
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from datetime import datetime

import parsedatetime

for text in (
    "2024-01-02",
    "2024-01-02T10:00:00",
    "the harvest of 2019",
    "a mill (1850-1900)",
    "version 3.14",
    "May 2019",
):
    moment, flag = parsedatetime.Calendar().parseDT(text, datetime(2024, 3, 15, 12))
    print(flag, moment, text, sep="  ")
PY
diff "$work/seen" - <<'SEEN'
1  2024-01-02 12:00:00  2024-01-02
2  2024-03-15 20:24:00  2024-01-02T10:00:00
2  2024-03-15 20:19:00  the harvest of 2019
2  2024-03-15 19:00:00  a mill (1850-1900)
1  2025-03-14 12:00:00  version 3.14
1  2019-05-01 12:00:00  May 2019
SEEN
echo "as described"
