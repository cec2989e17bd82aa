#!/usr/bin/env bash
# node-ical 0.26.1: a comma within a category parts it, and a backslash before "n" ends a line.
#
# Expected (RFC 5545, 3.3.11): in a text, "\," is a comma that is part of it, and "\\" a backslash, whatever follows;
# a summary may say its language. ical.js 2.2.1 reads all as they were meant.
# Seen: the category "Bread, salt" is two, the first with a backslash; "\\new" is a backslash, a line end and "ew";
# a summary with a language is an object instead of a text.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" node-ical@0.26.1 ical.js@2.2.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import ICAL from "ical.js";
import ical from "node-ical";

const calendar = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//Digest//EN",
  "BEGIN:VEVENT",
  "UID:1@digest.example",
  "DTSTAMP:20230301T080000Z",
  "DTSTART:20230302T200000Z",
  "SUMMARY;LANGUAGE=de:Brot",
  "CATEGORIES:Bread\\, salt,rye",
  "DESCRIPTION:See C:\\\\new\\\\rye",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");
const [event] = Object.values(ical.sync.parseICS(calendar)).filter(({ type }) => type === "VEVENT");
console.log("node-ical", JSON.stringify([event.summary, event.categories, event.description]));
const component = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent("vevent");
const values = ["summary", "categories", "description"].map((name) => component.getFirstProperty(name).getValues());
console.log("ical.js", JSON.stringify(values));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
node-ical [{"params":{"LANGUAGE":"de"},"val":"Brot"},["Bread\\","salt","rye"],"See C:\\\new\\rye"]
ical.js [["Brot"],["Bread, salt","rye"],["See C:\\new\\rye"]]
SEEN
echo "as described"
