#!/usr/bin/env bash
# ical-generator 10.2.0: an address with a comma or a semicolon gets a backslash, and leads elsewhere.
#
# Expected (RFC 5545, 3.3.13 and 3.3.11): only texts are escaped; the value of URL is an address as it stands, so that
# calendars open "https://digest.example/?places=rye,salt". ical.js 2.2.1 reads it so.
# Seen: the file has "rye\,salt", and the backslash stays in the address that is read, while the summary loses its own.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" ical-generator@10.2.0 ical.js@2.2.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import ICAL from "ical.js";
import ical from "ical-generator";

const calendar = ical();
calendar.createEvent({ start: new Date(0), summary: "Rye, salt", url: "https://digest.example/?places=rye,salt" });
const text = calendar.toString();
console.log(text.match(/URL.*/)[0].trim());
const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
console.log(event.getFirstPropertyValue("summary"), "|", event.getFirstPropertyValue("url"));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
URL;VALUE=URI:https://digest.example/?places=rye\,salt
Rye, salt | https://digest.example/?places=rye\,salt
SEEN
echo "as described"
