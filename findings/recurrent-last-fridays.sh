#!/usr/bin/env bash
# recurrent 0.4.1: "every last friday" is every Friday, and the date of a mail is five in the morning.
#
# Expected: the last Friday of each month (BYDAY=-1FR), as "every 3rd tuesday of the month" is understood; an offset
# "-0500" is no time; a date of ISO 8601 is read, or refused.
#
# Seen: the word "last" is dropped; 03:04:05 -0500 is 05:00; a moment of ISO 8601 and "spring 2024" are today at
# 20:24; "1990s" is half an hour from now.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check recurrent==0.4.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import datetime

from recurrent import RecurringEvent

NOW = datetime.datetime(2024, 7, 15, 10, 30)
for text in (
    "every 3rd tuesday of the month", "every last friday", "every last friday of the month", "Tue, 02 Jan 2024 03:04:05 -0500",
    "2024-01-02T03:04:05Z", "2024-01-02", "spring 2024", "1990s",
):
    print(text, "->", RecurringEvent(now_date=NOW).parse(text))
PY
diff "$work/seen" - <<'SEEN'
every 3rd tuesday of the month -> RRULE:BYDAY=3TU;INTERVAL=1;FREQ=MONTHLY
every last friday -> RRULE:BYDAY=FR;INTERVAL=1;FREQ=WEEKLY
every last friday of the month -> RRULE:BYDAY=-1FR;INTERVAL=1;FREQ=MONTHLY
Tue, 02 Jan 2024 03:04:05 -0500 -> 2024-01-02 05:00:00
2024-01-02T03:04:05Z -> 2024-07-15 20:24:00
2024-01-02 -> 2024-01-02 10:30:00
spring 2024 -> 2024-07-15 20:24:00
1990s -> 2024-07-15 11:03:10
SEEN
echo "as described"
