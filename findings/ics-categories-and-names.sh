#!/usr/bin/env bash
# ics 3.12.0: a comma in a category makes two of it, and a name with quotation marks loses its end.
#
# Expected (RFC 5545, 3.2, 3.3.11 and 3.8.1.2): a comma within a category is written "\,"; a name that stands in
# quotation marks has none within it (RFC 6868 writes "^'" for them). A reader gets back what was written.
# Seen: categories are joined as they are, so that ical.js reads "bread, rye" as two, though the comma of the title is
# escaped. Quotation marks in the name of who is invited or invites get a backslash, which means nothing there: the
# name ends at the first.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" ics@3.12.0 ical.js@2.2.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import ICAL from "ical.js";

const { createEvent } = createRequire(import.meta.url)("ics");
const name = 'Ann "Rye" Baker';
const { error, value } = createEvent({
  start: [2024, 1, 2],
  title: "Rye, oats",
  categories: ["bread, rye", "oats"],
  organizer: { name, email: "ann@bread.example" },
});
console.log(error, value.match(/^(SUMMARY|CATEGORIES|ORGANIZER).*$/gm));
const event = new ICAL.Component(ICAL.parse(value)).getFirstSubcomponent("vevent");
console.log(event.getFirstPropertyValue("summary"), event.getFirstProperty("categories").getValues());
console.log(event.getFirstProperty("organizer").getParameter("cn"), event.getFirstPropertyValue("organizer"));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
null [
  'SUMMARY:Rye\\, oats',
  'CATEGORIES:bread, rye,oats',
  'ORGANIZER;CN="Ann \\"Rye\\" Baker":MAILTO:ann@bread.example'
]
Rye, oats [ 'bread', ' rye', 'oats' ]
Ann \ MAILTO:ann@bread.example
SEEN
echo "as described"
