#!/usr/bin/env bash
# dateparser 1.5.0: the date of a note in Evernote's form is in the year 1750, and a week of ISO 8601 a day of May.
#
# Expected: the forms of ISO 8601 are read as what they mean, or refused: "20240102T100000Z", as ENEX and iCalendar
# write it, is 2 January 2024, 10:00, and "2024-W05" the last days of January.
# Seen: the moment is 5 June 1750, counted back from now; without its time, the date gives nothing. "2024-W05" is a
# day of May, the day of the month being today's, and "2024-W05-1" 1 May.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
TZ=UTC "$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from datetime import datetime

import dateparser

TODAY = {"RELATIVE_BASE": datetime(2024, 3, 20, 12, 0)}
for text in ("2024-01-02", "2024-W05", "2024-W05-1", "2024-060", "20240102", "20240102T100000Z"):
    print(text, dateparser.parse(text, settings=TODAY))
PY
diff "$work/seen" - <<'SEEN'
2024-01-02 2024-01-02 00:00:00
2024-W05 2024-05-20 00:00:00
2024-W05-1 2024-05-01 00:00:00
2024-060 None
20240102 None
20240102T100000Z 1750-06-05 12:00:00
SEEN
echo "as described"
