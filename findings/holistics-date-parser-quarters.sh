#!/usr/bin/env bash
# @holistics/date-parser 3.0.2: "Q1 2024" is the whole year, and "2 quarters ago" is two in the morning.
#
# Expected: "this quarter" is three months, as it is here; so is a quarter with its year, or else there is no date.
# Seen: all beside the year is passed over: the first quarter, half a year and a week last from January to December. Of
# "2 quarters ago" the 2 is a time of the day.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @holistics/date-parser@3.0.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import dates from "@holistics/date-parser";

for (const text of ["this quarter", "Q1 2024", "first quarter 2024", "H1 2024", "week 12 2024", "2 quarters ago"]) {
  const found = dates.parse(text, "2024-03-31T12:00:00Z");
  const [from, to] = [found.start, found.end].map((end) => end.date().toISOString().slice(0, 16));
  console.log(text, "->", from, "to", to);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
this quarter -> 2024-01-01T00:00 to 2024-04-01T00:00
Q1 2024 -> 2024-01-01T00:00 to 2025-01-01T00:00
first quarter 2024 -> 2024-01-01T00:00 to 2025-01-01T00:00
H1 2024 -> 2024-01-01T00:00 to 2025-01-01T00:00
week 12 2024 -> 2024-01-01T12:00 to 2025-01-01T12:00
2 quarters ago -> 2024-03-31T02:00 to 2024-03-31T02:01
SEEN
echo "as described"
