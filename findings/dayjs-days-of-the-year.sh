#!/usr/bin/env bash
# dayjs 1.11.18: "2024-080", the 80th day of a year, is 31 July, and seconds since 1970 are a day of 1717.
#
# Expected: the documentation says that a text in ISO 8601 is read, in which "2024-080" is 20 March; what is not understood
# is invalid, as "2024-W12-3" and "13/03/2024" are. moment 2.30.1 reads the first, and refuses the second.
# Seen: the digits are taken for year, month and day in turn, whatever their number: month 8, day 0; of "1710928800", as
# exports write a time, year 1710, month 92. Both are said to be valid. So is 30 February.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" dayjs@1.11.18 >/dev/null
cat >"$work/try.cjs" <<'JS'
process.env.TZ = "UTC";
const dayjs = require("dayjs");

for (const text of ["2024-03-20", "2024-080", "2024-W12-3", "1710928800", "2024-02-30"]) {
  const date = dayjs(text);
  console.log(text, "=>", date.isValid() ? date.toISOString() : "invalid");
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
2024-03-20 => 2024-03-20T00:00:00.000Z
2024-080 => 2024-07-31T00:00:00.000Z
2024-W12-3 => invalid
1710928800 => 1717-10-27T00:00:00.000Z
2024-02-30 => 2024-03-01T00:00:00.000Z
SEEN
echo "as described"
