#!/usr/bin/env bash
# luxon 3.7.2: a date of a feed whose zone is "UT" is none, and neither is one with a wrong weekday.
#
# Expected (RFC 822, 5.1, which RSS 2.0 names; RFC 5322, 4.3): "UT" is the same as "GMT" and "Z"; a program that reads old
# feeds takes all three, as email.utils of Python 3.11 does, for which the weekday has no weight.
# Seen: fromRFC2822() knows "GMT", "Z" and the zones of America; of "UT", and of "UTC", which some programs write, it makes
# an invalid date, without the day. So does a weekday that is not that of the date.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" luxon@3.7.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { DateTime } from "luxon";

for (const date of [
  "Tue, 02 Jan 2024 03:04:05 GMT",
  "Tue, 02 Jan 2024 03:04:05 EST",
  "Tue, 02 Jan 2024 03:04:05 UT",
  "Tue, 02 Jan 2024 03:04:05 Z",
  "Tue, 02 Jan 2024 03:04:05 UTC",
  "Mon, 02 Jan 2024 03:04:05 GMT",
]) console.log(date, "->", DateTime.fromRFC2822(date, { zone: "utc" }).toISO());
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Tue, 02 Jan 2024 03:04:05 GMT -> 2024-01-02T03:04:05.000Z
Tue, 02 Jan 2024 03:04:05 EST -> 2024-01-02T08:04:05.000Z
Tue, 02 Jan 2024 03:04:05 UT -> null
Tue, 02 Jan 2024 03:04:05 Z -> 2024-01-02T03:04:05.000Z
Tue, 02 Jan 2024 03:04:05 UTC -> null
Mon, 02 Jan 2024 03:04:05 GMT -> null
SEEN
echo "as described"
