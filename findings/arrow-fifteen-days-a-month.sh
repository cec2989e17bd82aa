#!/usr/bin/env bash
# arrow 1.4.0: what is 15 days old is "a month ago", what is 13 days old "a week ago", and what is 729 days old "a
# year ago".
#
# Expected: an age in words is the nearest of its kind, or is rounded down throughout: 15 days are two weeks, as 14
# are.
# Seen: there are no three weeks: from the fifteenth day on a post is "a month" old, and from the 44th "2 months"; a
# post of nearly two years stands beside one of a year.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check arrow==1.4.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import arrow

now = arrow.get(2024, 3, 15)
for days in (13, 14, 15, 22, 43, 44, 74, 349, 350, 364, 729, 730):
    print(days, now.shift(days=-days).humanize(now))
PY
diff "$work/seen" - <<'SEEN'
13 a week ago
14 2 weeks ago
15 a month ago
22 a month ago
43 a month ago
44 2 months ago
74 2 months ago
349 11 months ago
350 12 months ago
364 12 months ago
729 a year ago
730 2 years ago
SEEN
echo "as described"
