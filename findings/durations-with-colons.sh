#!/usr/bin/env bash
# juration 0.1.1, parse-duration 2.1.9: "1:30" is 31 seconds to one, 1.03 milliseconds to the other.
#
# Expected: the length of an episode as feeds write it (Apple's itunes:duration, "1:30" or "1:02:03") is read, or
# refused.
# Seen: juration adds the numbers up; parse-duration takes the colon out and reads what is left as another number. Both
# return a number for it, while "½ h" is refused.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" juration@0.1.1 parse-duration@2.1.9 >/dev/null
cat >"$work/try.mjs" <<'JS'
import juration from "juration";
import parseDuration from "parse-duration";

for (const text of ["1 h 30 min", "1:30", "1:02:03", "½ h"]) {
  let seconds;
  try {
    seconds = `${juration.parse(text)} s`;
  } catch {
    seconds = "refused";
  }
  console.log(text, "-> juration:", seconds, "| parse-duration:", parseDuration(text), "ms");
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
1 h 30 min -> juration: 5400 s | parse-duration: 5400000 ms
1:30 -> juration: 31 s | parse-duration: 1.03 ms
1:02:03 -> juration: 6 s | parse-duration: 1.002003 ms
½ h -> juration: refused | parse-duration: null ms
SEEN
echo "as described"
