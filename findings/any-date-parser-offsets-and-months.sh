#!/usr/bin/env bash
# any-date-parser 2.2.4: the offset of a feed's date is dropped, 13/01/2024 is 1 March, and a week is a day of May.
#
# Expected: "03:04:05 -0500" is 08:04:05 in UTC (RFC 822), as "EST" is; what cannot be a month is a day, or no date; forms of
# ISO 8601 mean what they say, or are refused, as "2024-W05" is.
# Seen: with the name of a zone the moment is right; a number in its place is passed over, and the moment is five hours
# early. Of "13/01/2024" the first digit is passed over: "3/01" is 1 March. "2024-W05-1" is 1 May.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" any-date-parser@2.2.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import parser from "any-date-parser";

for (const text of [
  "Tue, 02 Jan 2024 03:04:05 EST",
  "Tue, 02 Jan 2024 03:04:05 -0500",
  "2024-01-02T03:04:05-05:00",
  "12/11/2024",
  "13/01/2024",
  "2024-W05-1",
  "2024-W05",
]) {
  const date = parser.fromString(text);
  console.log(text, "->", date.isValid?.() === false || Number.isNaN(Number(date)) ? "no date" : date.toISOString());
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Tue, 02 Jan 2024 03:04:05 EST -> 2024-01-02T08:04:05.000Z
Tue, 02 Jan 2024 03:04:05 -0500 -> 2024-01-02T03:04:05.000Z
2024-01-02T03:04:05-05:00 -> 2024-01-02T08:04:05.000Z
12/11/2024 -> 2024-12-11T00:00:00.000Z
13/01/2024 -> 2024-03-01T00:00:00.000Z
2024-W05-1 -> 2024-05-01T00:00:00.000Z
2024-W05 -> no date
SEEN
echo "as described"
