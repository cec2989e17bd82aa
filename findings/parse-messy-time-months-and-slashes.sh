#!/usr/bin/env bash
# parse-messy-time 2.1.0: "March 2024" is in the year 2029, and "3/4/2024" is today at three.
#
# Expected: a month with its year is a day in that month, and a date with slashes is one in either order, or nothing.
# Seen: of 2024 the first two digits are a day or are passed over, and the year is another; "next month" is some eight
# days away. "20 March 2024" and "Oct 12" are right. No call says that it did not understand.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" parse-messy-time@2.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import parse from "parse-messy-time";

const now = new Date("2024-03-31T12:00:00Z");
for (const text of ["20 March 2024", "March 2024", "June 2023", "3/4/2024", "next month"])
  console.log(text, "->", parse(text, { now }).toISOString().slice(0, 16));
JS
TZ=UTC node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
20 March 2024 -> 2024-03-20T00:00
March 2024 -> 2029-03-14T00:00
June 2023 -> 2030-06-13T00:00
3/4/2024 -> 2024-03-31T03:00
next month -> 2024-04-08T00:00
SEEN
echo "as described"
