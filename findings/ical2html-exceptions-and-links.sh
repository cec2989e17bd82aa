#!/usr/bin/env bash
# ical2html 3.0: a day that a calendar takes out of a series is shown, and the links of events are lost.
#
# Expected (RFC 5545, 3.8.5.1 and 3.8.4.6): EXDATE is a date on which a repeated event does not take place; URL is the
# page of an event.
# Seen: the event is on 11 March, which EXDATE names; the address of the page is nowhere, while DESCRIPTION and
# LOCATION are shown.
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
apt install --yes --download-only --no-install-recommends ical2html=3.0-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
cat >rye.ics <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:rye
BEGIN:VEVENT
UID:1
DTSTAMP:20240101T000000Z
DTSTART:20240310T100000Z
DTEND:20240310T113000Z
RRULE:FREQ=DAILY;COUNT=3
EXDATE:20240311T100000Z
SUMMARY:Sow rye
LOCATION:The mill
URL:https://rye.example/
END:VEVENT
END:VCALENDAR
ICS
sed -i 's/$/\r/' rye.ics
export TZ=UTC LD_LIBRARY_PATH+=:$root/lib/x86_64-linux-gnu
ical2html -d -l 20240301 P31D rye.ics | grep -o -E 'title="[0-9TZ]*"|rye.example|The mill|>Sow rye' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
title="20240310T100000Z"
title="20240310T113000Z"
>Sow rye
The mill
title="20240311T100000Z"
title="20240311T113000Z"
>Sow rye
The mill
title="20240312T100000Z"
title="20240312T113000Z"
>Sow rye
The mill
SEEN
echo "as described"
