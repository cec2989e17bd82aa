#!/usr/bin/env bash
# moment 2.30.1: moment.utc() passes the offset of "2024-03-20 10:00:00 +0200" over, and is two hours late.
#
# Expected: moment.utc() shows in UTC the moment that is given, as moment() reads it: "2024-03-20T10:00:00+02:00" is 8
# o'clock. The form with spaces is what Jekyll writes into the header of a post, and git log --date=iso.
# Seen: a form that is not ISO 8601 is given to Node.js with " UTC" at its end, which wins over the offset before it. A
# warning says that the form may not be understood everywhere, not that the time is another; moment() and moment.parseZone()
# are right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" moment@2.30.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const moment = require("moment");

moment.suppressDeprecationWarnings = true;
for (const text of ["2024-03-20T10:00:00+02:00", "2024-03-20 10:00:00 +0200", "Wed Mar 20 10:00:00 -0500 2024", "20 March 2024 10:00 -0500"])
  console.log(text, "=>", moment.utc(text).toISOString(), "| moment():", moment(text).toISOString());
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
2024-03-20T10:00:00+02:00 => 2024-03-20T08:00:00.000Z | moment(): 2024-03-20T08:00:00.000Z
2024-03-20 10:00:00 +0200 => 2024-03-20T10:00:00.000Z | moment(): 2024-03-20T08:00:00.000Z
Wed Mar 20 10:00:00 -0500 2024 => 2024-03-20T10:00:00.000Z | moment(): 2024-03-20T15:00:00.000Z
20 March 2024 10:00 -0500 => 2024-03-20T10:00:00.000Z | moment(): 2024-03-20T15:00:00.000Z
SEEN
echo "as described"
