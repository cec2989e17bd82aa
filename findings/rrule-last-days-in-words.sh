#!/usr/bin/env bash
# rrule 2.8.1: "the last workday of the month" is announced as "every month on weekdays", and half past nine as nine.
#
# Expected: the sentence that toText() writes beside a date says what the rule says (RFC 5545, 3.3.10).
# Seen: BYSETPOS, BYMINUTE and BYEASTER are left out without a word, so that one meeting a month reads as some twenty;
# the last day of a month is "the last".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" rrule@2.8.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import rrule from "rrule";

for (const rule of [
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
  "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=30;BYSECOND=0",
  "FREQ=MONTHLY;BYMONTHDAY=-1",
  "FREQ=YEARLY;BYEASTER=0",
]) {
  const parsed = rrule.RRule.fromString(`DTSTART:20240101T000000Z\nRRULE:${rule};COUNT=2`);
  const days = parsed.all().map((date) => date.toISOString().slice(0, 16)).join(", ");
  console.log(rule, "->", rrule.RRule.fromString(rule).toText(), "|", days);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 -> every month on weekdays | 2024-01-31T00:00, 2024-02-29T00:00
FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=30;BYSECOND=0 -> every week on Monday at 9 | 2024-01-01T09:30, 2024-01-08T09:30
FREQ=MONTHLY;BYMONTHDAY=-1 -> every month on the last | 2024-01-31T00:00, 2024-02-29T00:00
FREQ=YEARLY;BYEASTER=0 -> every year | 2024-03-31T00:00, 2025-04-20T00:00
SEEN
echo "as described"
