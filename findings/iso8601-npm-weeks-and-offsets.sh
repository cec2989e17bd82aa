#!/usr/bin/env bash
# iso8601 1.1.1 (npm): a moment with the offset "+01:00" is four days early, and weeks and days of a year are others.
#
# Expected (ISO 8601): "10:00+01:00" is 9 o'clock in UTC, and so is "10:00+0100"; "2024-W12-3" and "2024-080" are 20 March,
# as "20240320" is; a comma begins a fraction as a point does. What the package does not know, it refuses.
# Seen: hours and minutes of an offset are put side by side before they are counted, so that "+01:00" is a hundred hours; an
# offset without its colon is passed over. All else is read as far as it is understood, and the rest is dropped: of
# "20240320" and of "2024-W12-3" the year is left, of "Wed, 20 Mar 2024" as well. With "Z" a moment is right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" iso8601@1.1.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
process.env.TZ = "UTC";
const { toDate } = require("iso8601");

for (const text of [
  "2024-03-20T10:00:00Z", "2024-03-20T10:00:00+01:00", "2024-03-20T10:00:00+0100", "20240320", "2024-W12-3", "2024-080",
  "2024-03-20T10:00:00,5Z", "Wed, 20 Mar 2024 10:00:00 GMT",
]) console.log(text, "=>", toDate(text).toISOString());
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
2024-03-20T10:00:00Z => 2024-03-20T10:00:00.000Z
2024-03-20T10:00:00+01:00 => 2024-03-16T06:00:00.000Z
2024-03-20T10:00:00+0100 => 2024-03-20T10:00:00.000Z
20240320 => 2024-01-01T00:00:00.000Z
2024-W12-3 => 2024-01-01T00:00:00.000Z
2024-080 => 2024-08-01T00:00:00.000Z
2024-03-20T10:00:00,5Z => 2024-03-20T10:00:00.000Z
Wed, 20 Mar 2024 10:00:00 GMT => 2024-01-01T00:00:00.000Z
SEEN
echo "as described"
