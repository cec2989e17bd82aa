#!/usr/bin/env bash
# mailparser 3.14.2 (npm): an old mail whose date ends with "CEST" is from just now.
#
# Expected (RFC 5322, 4.3): a zone by a name that is not known counts as "-0000", so that such a mail is of its day;
# email.utils of Python 3.11 reads it so. "EST" and "GMT" are names that the RFC has.
# Seen: "2 Jan 2012 10:00:00 CEST" becomes the moment of parsing, without an error, so that old mail is sorted first, and
# as another date each time. A military zone, "A", does the same.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" mailparser@3.14.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { simpleParser } from "mailparser";

for (const zone of ["+0200", "+0200 (CEST)", "EST", "CEST", "A"]) {
  const before = new Date();
  const { date } = await simpleParser(`Subject: Rye\r\nDate: Mon, 2 Jan 2012 10:00:00 ${zone}\r\n\r\nSow it.\r\n`);
  console.log("mailparser:", zone, date >= before ? "now" : date.toISOString());
}
JS
cat >"$work/try.py" <<'PY'
from email.utils import parsedate_to_datetime

for zone in ("CEST", "A"):
    print("email.utils:", zone, parsedate_to_datetime(f"Mon, 2 Jan 2012 10:00:00 {zone}"))
PY
{
  node "$work/try.mjs"
  python3 "$work/try.py"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
mailparser: +0200 2012-01-02T08:00:00.000Z
mailparser: +0200 (CEST) 2012-01-02T08:00:00.000Z
mailparser: EST 2012-01-02T15:00:00.000Z
mailparser: CEST now
mailparser: A now
email.utils: CEST 2012-01-02 10:00:00
email.utils: A 2012-01-02 10:00:00
SEEN
echo "as described"
