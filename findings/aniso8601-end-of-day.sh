#!/usr/bin/env bash
# aniso8601 10.0.1: the end of a day, 24:00, is read as its beginning, so that an interval until it ends before it
# began.
#
# Expected (ISO 8601:2004, 4.2.3): "2024-01-02T24:00:00" is the same moment as "2024-01-03T00:00:00", as ciso8601 and
# arrow read it.
# Seen: it is the midnight before: what lasts from ten o'clock to 24:00 lasts minus ten hours, and a post of the end
# of a day stands before all others of it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check aniso8601==10.0.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import aniso8601

print(aniso8601.parse_datetime("2024-01-02T24:00:00"))
print(aniso8601.parse_datetime("2024-01-02T23:59:59"))
start, end = aniso8601.parse_interval("2024-01-02T10:00:00/2024-01-02T24:00:00")
print(end - start)
PY
diff "$work/seen" - <<'SEEN'
2024-01-02 00:00:00
2024-01-02 23:59:59
-1 day, 14:00:00
SEEN
echo "as described"
