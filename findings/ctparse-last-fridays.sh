#!/usr/bin/env bash
# ctparse 0.3.6: "last friday" is the next Friday, "two weeks ago" is a length of time, and 30 February a date.
#
# Expected: on Monday, 15 July 2024, the last Friday was the 12th; "circa 1850" is a year, not ten to seven; a verse
# is no time; what a moment's zone is, is kept or refused.
#
# Seen: the 19th; 18:50 today; "John 3:16" is in the night; an offset of five hours, and the time of an ISO date, are
# dropped without a word.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ctparse==0.3.6
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import datetime
import logging

from ctparse import ctparse

logging.disable(logging.CRITICAL)
NOW = datetime.datetime(2024, 7, 15, 10, 30)
for text in (
    "last friday", "two weeks ago", "circa 1850", "John 3:16", "3/4 cup", "2024-02-30", "2024-W03",
    "Tue, 02 Jan 2024 03:04:05 -0500", "2024-01-02T03:04:05Z",
):
    found = ctparse(text, ts=NOW)
    print(text, "->", found and found.resolution)
PY
diff "$work/seen" - <<'SEEN'
last friday -> 2024-07-19 X:X (X/last)
two weeks ago -> 2 weeks
circa 1850 -> 2024-07-15 18:50 (X/X)
John 3:16 -> 2024-07-16 03:16 (X/X)
3/4 cup -> 2024-07-16 03:00 (X/X) - 2024-07-16 04:00 (X/X)
2024-02-30 -> 2024-02-30 X:X (X/X)
2024-W03 -> 2024-X-X X:X (X/X)
Tue, 02 Jan 2024 03:04:05 -0500 -> 2024-01-02 03:04 (X/X)
2024-01-02T03:04:05Z -> 2024-01-02 X:X (X/X)
SEEN
echo "as described"
