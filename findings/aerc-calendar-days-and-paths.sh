#!/usr/bin/env bash
# aerc 0.14.0, its filter for calendars: an event of whole days is at "0/00/00 20:24:03", and a path loses letters.
#
# Expected (RFC 5545, 3.3.4, 3.3.11, 3.3.10 and 3.8.2.5): DTSTART may be a date, as in all invitations to whole days,
# and is shown as one; "\\" in a text is one backslash, whatever letter follows it; an event ends after its DURATION,
# and a repetition says on which day it is.
# Seen: the start and the end of 10 March are times of no day, the path C:\new is "C:\", a line end and "ew", the end
# of the talk is empty, and of "every second month, on its first Monday" the Monday is gone. Run with gawk; mawk refuses
# the program.
#
# Exits 0 while that is so, 1 once it has changed. Takes its packages from Debian 12.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
root=$work/root
mkdir -p lists/partial cache/archives/partial root
touch status
apt() {
  apt-get -qq -o APT::Sandbox::User=root -o Dir::State::lists="$work/lists" -o Dir::State::status="$work/status" \
    -o Dir::Cache="$work/cache" "$@"
}
apt update
apt install --yes --download-only --no-install-recommends aerc=0.14.0-1+b5 gawk=1:5.2.1-2 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
cat >rye.ics <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//rye//EN
BEGIN:VEVENT
UID:1@rye.example
DTSTAMP:20240301T100000Z
DTSTART;VALUE=DATE:20240310
DTEND;VALUE=DATE:20240312
SUMMARY:Harvest of oats\, rye
DESCRIPTION:The list is in C:\\new.
RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO;UNTIL=20241231
END:VEVENT
BEGIN:VEVENT
UID:2@rye.example
DTSTAMP:20240301T100000Z
DTSTART:20240310T100000Z
DURATION:PT2H
SUMMARY:Talk
END:VEVENT
END:VCALENDAR
ICS
sed -i 's/$/\r/' rye.ics
"$root/usr/bin/gawk" -f "$root/usr/share/aerc/filters/calendar" rye.ics | sed 's/ *$//' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
  SUMMARY       Harvest of oats, rye
  START            0/00/00 20:24:03
  END              0/00/00 20:24:03

  RECURRENCE     +2monthly
  END DATE      20241231

The list is in C:\
ew.
  SUMMARY       Talk
  START         2024/03/10 10:00:00
  END
SEEN
echo "as described"
