#!/usr/bin/env bash
# ical 0.8.0 (npm): an event at 10 o'clock in Berlin is at 10 o'clock wherever the program runs.
#
# Expected (RFC 5545, 3.2.19): the zone that stands beside a time says which moment it is: 9 o'clock in UTC on a winter day.
# Seen: the zone is passed over, and the time is that of the machine: a site built on a server in UTC shows another moment
# than the preview in New York. A time that ends in "Z" is right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" ical@0.8.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const ical = require("ical");

for (const zone of ["UTC", "America/New_York"]) {
  process.env.TZ = zone;
  for (const start of [";TZID=Europe/Berlin:20240120T100000", ":20240120T090000Z"]) {
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:rye", `DTSTART${start}`, "END:VEVENT", "END:VCALENDAR", ""];
    console.log(zone, start, "=>", ical.parseICS(lines.join("\r\n")).rye.start.toISOString());
  }
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
UTC ;TZID=Europe/Berlin:20240120T100000 => 2024-01-20T10:00:00.000Z
UTC :20240120T090000Z => 2024-01-20T09:00:00.000Z
America/New_York ;TZID=Europe/Berlin:20240120T100000 => 2024-01-20T15:00:00.000Z
America/New_York :20240120T090000Z => 2024-01-20T09:00:00.000Z
SEEN
echo "as described"
