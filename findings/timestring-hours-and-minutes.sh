#!/usr/bin/env bash
# timestring 7.0.0: "1h30" is one hour, "1h 30" too, and "-5m" five minutes.
# Expected: the minutes after an hour need no unit of their own, as people write podcasts' lengths; or what it does not
# understand is an error, as "1:30" is; a sign is one.
# Seen: a number without a unit is milliseconds, also after another with one; a minus sign is dropped, also between two
# numbers: "1h-30m" is an hour and a half.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" timestring@7.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import timestring from "timestring";

for (const text of ["1h30", "1h 30", "1h30m", "90", "-5m", "1h-30m", "1:30", "half an hour"]) {
  let seconds;
  try { seconds = timestring(text); } catch (error) { seconds = error.message; }
  console.log(JSON.stringify(text), seconds);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"1h30" 3600
"1h 30" 3600
"1h30m" 5400
"90" 0.09
"-5m" 300
"1h-30m" 5400
"1:30" The value [1:30] could not be parsed by timestring
"half an hour" The value [half an hour] could not be parsed by timestring
SEEN
echo "as described"
