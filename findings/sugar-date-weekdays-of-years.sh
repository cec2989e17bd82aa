#!/usr/bin/env bash
# sugar-date 2.0.6: "first Monday of 2024" is in July, if it is read in July.
#
# Expected: the first Monday of a year is in January, or the text is no date; "first day of 2024" is right.
# Seen: the year is set, and the weekday is that of the week in which the page is read: which date it is depends on the
# day. "The 20th of March" is no date.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" sugar-date@2.0.6 >/dev/null
cat >"$work/try.mjs" <<'JS'
import Sugar from "sugar-date";

Sugar.Date.setOption("newDateInternal", () => new Date("2026-07-03T12:00:00Z"));
for (const text of ["first Monday of January 2024", "first day of 2024", "first Monday of 2024", "20th of March 2024"]) {
  const date = Sugar.Date.create(text);
  console.log(text, "->", Number.isNaN(date.getTime()) ? "no date" : Sugar.Date.format(date, "{Dow} {yyyy}-{MM}-{dd}"));
}
JS
TZ=UTC node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
first Monday of January 2024 -> Mon 2024-01-01
first day of 2024 -> Mon 2024-01-01
first Monday of 2024 -> Mon 2024-07-01
20th of March 2024 -> no date
SEEN
echo "as described"
