#!/usr/bin/env bash
# jstoxml 7.1.1 ("for RSS, Podcasts"): dates are written as JavaScript shows them; Python reads them hours off.
#
# Expected (RSS 2.0, "pubDate"): dates as in RFC 822, "Wed, 20 Mar 2024 13:00:00 GMT".
# Seen: "Wed Mar 20 2024 09:00:00 GMT-0400 (Eastern Daylight Time)", in the zone of the machine. JavaScript reads it
# again; a reader of RFC 822 (Python's email.utils) takes the time without its offset.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" jstoxml@7.1.1 rss-parser@3.13.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { execFileSync } from "node:child_process";
import { toXML } from "jstoxml";
import Parser from "rss-parser";

const feed = toXML({
  _name: "rss", _attrs: { version: "2.0" },
  _content: { channel: { title: "Rye", item: { title: "Loaf", pubDate: new Date("2024-03-20T13:00:00Z") } } },
});
console.log(feed);
console.log("rss-parser:", (await new Parser().parseString(feed)).items[0].isoDate);
const date = feed.match(/<pubDate>(.*)<\/pubDate>/)[1];
const program = "import sys, email.utils; print(email.utils.parsedate_to_datetime(sys.argv[1]))";
console.log("Python:", execFileSync("python3", ["-c", program, date]).toString().trim());
JS
TZ=America/New_York node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<rss version="2.0"><channel><title>Rye</title><item><title>Loaf</title><pubDate>Wed Mar 20 2024 09:00:00 GMT-0400 (Eastern Daylight Time)</pubDate></item></channel></rss>
rss-parser: 2024-03-20T13:00:00.000Z
Python: 2024-03-20 09:00:00
SEEN
echo "as described"
