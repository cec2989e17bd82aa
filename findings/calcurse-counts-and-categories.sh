#!/usr/bin/env bash
# calcurse 4.7.1: an imported event that is repeated three times, with one exception, has one day more, and links,
# categories and identifiers are lost.
#
# Expected (RFC 5545, 3.3.10 and 3.8.5.1): DTSTART is the first of the three that COUNT counts, and EXDATE takes one of
# them away: with 10 and 12 March left, the last is 12 March.
# Seen: the event goes on until 13 March, in the file and in what is exported (UNTIL=20240313T100000), and without
# EXDATE until 12 March; URL, CATEGORIES and UID are not kept, while DESCRIPTION, LOCATION and COMMENT are.
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
apt install --yes --download-only --no-install-recommends calcurse=4.7.1-1 2>/dev/null
for package in cache/archives/*.deb; do dpkg -x "$package" root; done
export PATH=$root/usr/bin:$PATH LD_LIBRARY_PATH=$root/usr/lib/x86_64-linux-gnu
mkdir data
cat >rye.ics <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:rye
BEGIN:VEVENT
UID:1
DTSTAMP:20240101T000000Z
DTSTART:20240310T100000
DTEND:20240310T113000
RRULE:FREQ=DAILY;COUNT=3
EXDATE:20240311T100000
SUMMARY:Sow rye
LOCATION:The mill
URL:https://rye.example/
CATEGORIES:rye
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTAMP:20240101T000000Z
DTSTART:20240310T100000
DTEND:20240310T113000
RRULE:FREQ=DAILY;COUNT=3
SUMMARY:Sow oats
END:VEVENT
END:VCALENDAR
ICS
sed -i 's/$/\r/' rye.ics
export TZ=UTC HOME=$work LD_LIBRARY_PATH+=:$root/lib/x86_64-linux-gnu
calcurse -q -D data -C data -i rye.ics </dev/null >imported
{
  sed -E 's/>[0-9a-f]{40}/>/' data/apts
  calcurse -D data -C data -x </dev/null | tr -d '\r' | sed -n '/BEGIN:VEVENT/,$p'
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
03/10/2024 @ 10:00 -> 03/10/2024 @ 11:30 {1D -> 03/12/2024} |Sow oats
03/10/2024 @ 10:00 -> 03/10/2024 @ 11:30 {1D -> 03/13/2024 !03/11/2024} > |Sow rye
BEGIN:VEVENT
DTSTART:20240310T100000
DURATION:P0DT1H30M0S
RRULE:FREQ=DAILY;UNTIL=20240312T100000
SUMMARY:Sow oats
END:VEVENT
BEGIN:VEVENT
DTSTART:20240310T100000
DURATION:P0DT1H30M0S
RRULE:FREQ=DAILY;UNTIL=20240313T100000
EXDATE:20240311T100000
SUMMARY:Sow rye
LOCATION:The mill
END:VEVENT
END:VCALENDAR
SEEN
echo "as described"
