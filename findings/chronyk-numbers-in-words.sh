#!/usr/bin/env bash
# chronyk 1.0.1: "two days ago" is now, and an offset is no offset.
#
# Expected: what is not understood raises ValueError, as "last friday" does; "2 days ago" is two days ago in words,
# too; a time with an offset is that moment.
# Seen: numbers in words are passed over, so that "two days ago", "a week ago" and "half an hour ago" are the moment
# of reading; "2024-05-03T12:00:00+02:00" is twelve o'clock UTC, also with "-05:00".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check chronyk==1.0.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import time

from chronyk import Chronyk

for text in ("2 days ago", "two days ago", "a week ago", "half an hour ago"):
    print(repr(text), round((time.time() - Chronyk(text).timestamp()) / 3600), "hours")
for text in ("2024-05-03T12:00:00Z", "2024-05-03T12:00:00+02:00", "2024-05-03T12:00:00-05:00"):
    print(repr(text), Chronyk(text, timezone=0).timestring("%Y-%m-%d %H:%M"))
try:
    Chronyk("last friday")
except ValueError as error:
    print("'last friday'", error)
PY
diff "$work/seen" - <<'SEEN'
'2 days ago' 48 hours
'two days ago' 0 hours
'a week ago' 0 hours
'half an hour ago' 0 hours
'2024-05-03T12:00:00Z' 2024-05-03 12:00
'2024-05-03T12:00:00+02:00' 2024-05-03 12:00
'2024-05-03T12:00:00-05:00' 2024-05-03 12:00
'last friday' Failed to parse time string.
SEEN
echo "as described"
