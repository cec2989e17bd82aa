#!/usr/bin/env bash
# org2ical 0.0.4: an appointment from nine to ten is a moment, and a comma in its text ends the text.
#
# Expected (RFC 5545, 3.3.11 and 3.8.2.4): "," and ";" in a text are written "\," and "\;"; a date without a time says
# VALUE=DATE, and a day ends at the next; SCHEDULED <2024-05-03 Fri 09:00-10:00> ends at ten, as a time in the text of
# a heading does for this package.
# Seen: the end is the beginning; the deadline has no VALUE; "salt, rye; ask" is written as it is, and the address
# of the link in it is gone, as is :LOCATION:.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check org2ical==0.0.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import org2ical

TEXT = """* Sow rye
SCHEDULED: <2024-05-03 Fri 09:00-10:00> DEADLINE: <2024-05-09 Thu>
:PROPERTIES:
:LOCATION: Mill
:END:
Bring: salt, rye; ask [[https://mill.example/][the mill]].
* Meet
<2024-05-04 Sat 09:00-10:00>
"""
calendar, warnings = org2ical.loads(TEXT)
for line in calendar.splitlines():
    if not line.startswith(("DTSTAMP", "UID", "PRODID", "VERSION")):
        print(line)
print(warnings)
PY
diff "$work/seen" - <<'SEEN'
BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART:20240503T090000Z
DTEND:20240503T090000Z
SUMMARY:Sow rye
DESCRIPTION:Bring: salt, rye; ask the mill.\n\nOrg Path: Sow rye
CATEGORIES:SCHEDULED
END:VEVENT
BEGIN:VEVENT
DTSTART:20240509
DTEND:20240509
SUMMARY:Sow rye
DESCRIPTION:Bring: salt, rye; ask the mill.\n\nOrg Path: Sow rye
CATEGORIES:DEADLINE
END:VEVENT
BEGIN:VEVENT
DTSTART:20240504T090000Z
DTEND:20240504T100000Z
SUMMARY:Meet
DESCRIPTION:<2024-05-04 Sat 09:00-10:00>\n\nOrg Path: Meet
CATEGORIES:TIMESTAMP
END:VEVENT
END:VCALENDAR
[]
SEEN
echo "as described"
