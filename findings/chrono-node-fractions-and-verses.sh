#!/usr/bin/env bash
# chrono-node 2.10.3: "24/7", "3/4 cup" and "John 3:16" are moments in strict mode, too; "Oct 12" is October 2012.
#
# Expected: "strict" finds what is written as a date only, and drops guesses such as "sat" for Saturday, which it does;
# British English differs from American in the order of numbers, not of "Oct 12".
# Seen: "24/7" is 24 July, since no month has the number 24; a fraction of a recipe is a day of March, a verse a time
# of today. For British readers "Oct 12" is 1 October 2012.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" chrono-node@2.10.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import * as chrono from "chrono-node";

const today = new Date("2024-03-20T12:00:00Z");
const found = (parser, text) => (
  parser.parse(text, today).map((result) => `${result.text} = ${result.start.date().toISOString().slice(0, 16)}`)
);
for (const text of ["Open 24/7", "3/4 cup of flour", "John 3:16", "We sat in the sun", "on 12 Oct", "on Oct 12"]) {
  console.log(text, "| strict:", found(chrono.strict, text).join(), "| British:", found(chrono.en.GB, text).join());
}
JS
TZ=UTC node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Open 24/7 | strict: 24/7 = 2024-07-24T12:00 | British: 24/7 = 2024-07-24T12:00
3/4 cup of flour | strict: 3/4 = 2024-03-04T12:00 | British: 3/4 = 2024-04-03T12:00
John 3:16 | strict: 3:16 = 2024-03-20T03:16 | British: 3:16 = 2024-03-20T03:16
We sat in the sun | strict:  | British: sat = 2024-03-23T12:00,sun = 2024-03-17T12:00
on 12 Oct | strict: on 12 Oct = 2023-10-12T12:00 | British: on 12 Oct = 2023-10-12T12:00
on Oct 12 | strict: Oct 12 = 2023-10-12T12:00 | British: Oct 12 = 2012-10-01T12:00
SEEN
echo "as described"
