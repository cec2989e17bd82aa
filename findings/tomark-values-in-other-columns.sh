#!/usr/bin/env bash
# tomark 0.1.4: the values of a row stand in the columns of others when its keys are in another order, or one is
# missing.
#
# Expected: a table of dictionaries puts each value below its key; a bar in a cell is escaped (GitHub Flavored
# Markdown, 4.10), and a row is one line.
#
# Seen: the weight stands below "name"; a row that has no name begins with its note, and nobody says so; a bar begins
# a cell, and the second line of a text ends the table.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check tomark==0.1.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from tomark import Tomark

print(Tomark.table([{"name": "rye", "kg": 5, "note": "sown"}, {"kg": 6, "name": "oats", "note": "reaped"}, {"kg": 7, "note": "x"}]))
print(Tomark.table([{"name": "sow|reap", "note": "in May\nand June"}]))
PY
diff "$work/seen" - <<'SEEN'
| name | kg | note |
|-----|-----|-----|
| rye | 5 | sown |
| 6 | oats | reaped |
| 7 | x |

| name | note |
|-----|-----|
| sow|reap | in May
and June |

SEEN
echo "as described"
