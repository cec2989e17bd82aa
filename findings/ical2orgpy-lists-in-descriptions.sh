#!/usr/bin/env bash
# ical2orgpy 0.5: a list in the description of an event becomes events of its own, and its page and categories are
# gone.
#
# Expected (Org manual, "Headlines"): a line that begins with "* " is a headline, so that such a line of a description is
# indented, or has a comma before it; URL and CATEGORIES of RFC 5545 are a link and tags.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ical2orgpy==0.5
cd "$work"
cat >mill.ics <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//rye//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20240101T000000Z
DTSTART;VALUE=DATE:20240102
SUMMARY:Open mill
URL:https://rye.example/mill
CATEGORIES:RYE
DESCRIPTION:Bring:\n* a bag\n* a friend
END:VEVENT
END:VCALENDAR
ICS
"$work/venv/bin/ical2orgpy" --days 30000 --timezone UTC mill.ics - | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
* Open mill
  <2024-01-02 Tue>
Bring:
* a bag
* a friend

SEEN
echo "as described"
