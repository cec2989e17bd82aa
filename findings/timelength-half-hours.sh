#!/usr/bin/env bash
# timelength 3.0.4: "1h30" and "an hour and a half" are one hour, "2 1/2 hours" half an hour, and "PT1H30M" 915 days.
#
# Expected: what it does not understand is an error, or does not succeed: "half an hour" is read as 1800 seconds, and
# so are words for numbers.
#
# Seen: the result has success, and its seconds are of a part of the text: minutes after "h" are dropped, so is a half
# after "and"; of "2 1/2" the last is left; "PT1H30M" is 30 months and an hour.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check timelength==3.0.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from timelength import TimeLength

for text in ("half an hour", "ten minutes", "1h 30m", "1h30", "an hour and a half", "2 1/2 hours", "PT1H30M", "1,5 hours", "-5m"):
    result = TimeLength(text).result
    print(text, "->", result.seconds, result.success)
PY
diff "$work/seen" - <<'SEEN'
half an hour -> 1800.0 True
ten minutes -> 600.0 True
1h 30m -> 5400.0 True
1h30 -> 3600.0 True
an hour and a half -> 3600.0 True
2 1/2 hours -> 1800.0 True
PT1H30M -> 79059600.0 True
1,5 hours -> 0.0 False
-5m -> 300.0 True
SEEN
echo "as described"
