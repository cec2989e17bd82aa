#!/usr/bin/env bash
# ts-ics 2.4.6, cal-parser 1.0.2, ical2json 0.2.0: of two lines of categories the last alone is read, and a journal loses text.
#
# Expected (RFC 5545, 3.8.1.2 and 3.6.3): CATEGORIES may stand in several lines, each with several; a journal entry may have
# several descriptions; a name in quotation marks may hold a semicolon (3.2); two backslashes are one (3.3.11).
# Seen: all three keep one line of each name, without a word. ts-ics and cal-parser end a quoted name at its semicolon.
# cal-parser makes a space of the backslash and the "n" after it; ical2json leaves all escapes as they are.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    ts-ics@2.4.6 cal-parser@1.0.2 ical2json@0.2.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import { convertIcsCalendar } from "ts-ics";

const require = createRequire(import.meta.url);
const calendar = [
  "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//rye//",
  "BEGIN:VEVENT", "UID:1", "DTSTAMP:20240102T030405Z", "DTSTART:20240103T100000Z",
  "SUMMARY:Rye\\, C:\\\\new", "CATEGORIES:bread,mill", "CATEGORIES:oats",
  'ATTENDEE;CN="Li; Ann":mailto:ann@rye.example', "END:VEVENT",
  "BEGIN:VJOURNAL", "UID:2", "DTSTAMP:20240102T030405Z", "SUMMARY:Diary", "DESCRIPTION:One.", "DESCRIPTION:Two.", "END:VJOURNAL",
  "END:VCALENDAR", "",
].join("\r\n");
const show = (...values) => console.log(values.map((value) => JSON.stringify(value)).join(" "));
const first = convertIcsCalendar(undefined, calendar);
show("ts-ics", first.events[0].summary, first.events[0].categories, first.events[0].attendees[0].name, first.journals[0].description);
const second = require("cal-parser").parseString(calendar);
const event = second.events[0];
show("cal-parser", event.summary.value, event.categories.value, event.attendee.params.cn, second.calendarData.vjournal.description);
const third = require("ical2json").convert(calendar).VCALENDAR[0];
show("ical2json", third.VEVENT[0].SUMMARY, third.VEVENT[0].CATEGORIES, third.VJOURNAL[0].DESCRIPTION);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"ts-ics" "Rye, C:\\new" ["oats"] "\"Li" "Two."
"cal-parser" "Rye, C: ew" "oats" "\"Li" "Two."
"ical2json" "Rye\\, C:\\\\new" "oats" "Two."
SEEN
echo "as described"
