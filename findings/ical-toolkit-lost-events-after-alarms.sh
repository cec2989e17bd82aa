#!/usr/bin/env bash
# ical-toolkit 1.0.9: what follows an event with an alarm is not read: other events, tasks, all of it.
#
# Expected: an alarm is part of its event (RFC 5545, 3.6.6), and the calendar goes on after it; “Oil\, wick” is the
# text “Oil, wick”.
# Seen: after the event with an alarm nothing more is in the result, without an error; two alarms instead of one put
# the next event outside of the calendar. Texts keep the backslashes of the file.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" ical-toolkit@1.0.9 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const { parseToJSON } = createRequire(import.meta.url)("ical-toolkit");

const component = (name, ...lines) => [`BEGIN:${name}`, ...lines, `END:${name}`];
const alarm = component("VALARM", "ACTION:DISPLAY", "DESCRIPTION:Light it", "TRIGGER:-PT15M");
for (const alarms of [[], alarm, [...alarm, ...alarm]]) {
  const read = parseToJSON(
    [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//quay//EN",
      ...component("VEVENT", "UID:1", "DTSTAMP:20240101T000000Z", "SUMMARY:Oil\\, wick", ...alarms),
      ...component("VEVENT", "UID:2", "DTSTAMP:20240101T000000Z", "SUMMARY:Glass"),
      ...component("VTODO", "UID:3", "DTSTAMP:20240101T000000Z", "SUMMARY:Trim"),
      "END:VCALENDAR", "",
    ].join("\r\n"),
  );
  const names = (list) => (list ?? []).map(({ SUMMARY }) => SUMMARY);
  console.log(names(read.VCALENDAR[0].VEVENT), names(read.VCALENDAR[0].VTODO), Object.keys(read));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[ 'Oil\\, wick', 'Glass' ] [ 'Trim' ] [ 'VCALENDAR' ]
[ 'Oil\\, wick' ] [] [ 'VCALENDAR' ]
[ 'Oil\\, wick' ] [] [ 'VCALENDAR', 'VEVENT', 'VTODO' ]
SEEN
echo "as described"
