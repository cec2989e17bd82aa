#!/usr/bin/env bash
# ical-js-parser 0.7.4: a place with an address in its parameters is lost, and a calendar written again ends too early.
#
# Expected: LOCATION;ALTREP="https://…":Hall is the place Hall; DUE;VALUE=DATE:20240307 is a day; all CATEGORIES and
# COMMENTs stay; what is read and written again is a calendar.
# Seen: the place is the second half of the address with the name behind it. The day of a task reads “DATE:20240307”.
# Of two comments one is left. The task has no END:VTODO once the calendar is written.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" ical-js-parser@0.7.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const ical = createRequire(import.meta.url)("ical-js-parser").default;

const calendar = ical.toJSON(
  [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//quay//EN",
    "BEGIN:VEVENT", "UID:1", "DTSTAMP:20240101T000000Z", "DTSTART:20240305T100000Z",
    'LOCATION;ALTREP="https://quay.example/hall":Hall', "COMMENT:Bring oil", "COMMENT:Bring wicks", "END:VEVENT",
    "BEGIN:VTODO", "UID:2", "DTSTAMP:20240101T000000Z", "SUMMARY:Trim", "DUE;VALUE=DATE:20240307", "END:VTODO",
    "END:VCALENDAR", "",
  ].join("\r\n"),
);
const [{ location, comment }] = calendar.events;
console.log(JSON.stringify({ location, comment, due: calendar.todos[0].due }));
console.log(ical.toString(calendar));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{"location":"//quay.example/hall\":Hall","comment":"Bring wicks","due":"DATE:20240307"}
BEGIN:VCALENDAR
PRODID:-//quay//EN
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTAMP:20240101T000000Z
DTSTART:20240305T100000Z
LOCATION://quay.example/hall":Hall
COMMENT:Bring wicks
END:VEVENT
:
E:EN
BEGIN:VTODO
UID:2
DTSTAMP:20240101T000000Z
SUMMARY:Trim
DUE:DATE:20240307
END:VCALENDAR
SEEN
echo "as described"
