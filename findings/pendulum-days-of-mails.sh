#!/usr/bin/env bash
# pendulum 3.3.0: "02 Jan 24" is 24 January 2002, and what is 45 days old is "1 month ago", what is 346 days old a
# year.
#
# Expected: with strict=False other forms are read, too; the day stands before the month in the date of a mail (RFC
# 822, 5.1), as it does in "2 January 2024".
#
# Seen: a date of 2024 whose year has two digits is in 2002; the zone "EST", five hours behind, is UTC; 1/2/2024 is in
# January. Ages are rounded up by some days and down by others.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pendulum==3.3.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import pendulum

for text in ("2 January 2024", "02 Jan 24 03:04 +0000", "02 Jan 24 03:04 EST", "Tue, 02 Jan 2024 03:04:05 EST", "1/2/2024"):
    print(text, "->", pendulum.parse(text, strict=False))
now = pendulum.datetime(2024, 7, 15)
for days in (10, 11, 45, 57, 58, 345, 346, 729):
    print(days, now.subtract(days=days).diff_for_humans(now))
PY
diff "$work/seen" - <<'SEEN'
2 January 2024 -> 2024-01-02 00:00:00+00:00
02 Jan 24 03:04 +0000 -> 2002-01-24 03:04:00+00:00
02 Jan 24 03:04 EST -> 2002-01-24 03:04:00+00:00
Tue, 02 Jan 2024 03:04:05 EST -> 2024-01-02 03:04:05+00:00
1/2/2024 -> 2024-01-02 00:00:00+00:00
10 1 week before
11 2 weeks before
45 1 month before
57 1 month before
58 2 months before
345 11 months before
346 11 months before
729 2 years before
SEEN
echo "as described"
