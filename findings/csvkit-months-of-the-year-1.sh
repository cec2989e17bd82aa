#!/usr/bin/env bash
# csvkit 2.2.0: a column of names of months, of weekdays or of words such as "today" becomes dates of the year 1.
#
# Expected: csvjson, csvlook and csvsort find numbers and dates in a file; "May" is a word, as there is no year or day
# with it.
#
# Seen: "May" is 0001-05-01 and "Friday" 0001-01-05, so that weekdays sort as nobody expects; "1h" is 1:00:00.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check csvkit==2.2.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import subprocess
import sys
from pathlib import Path

csvjson = Path(sys.executable).with_name("csvjson")
for values in ("May June", "Monday Friday", "today tomorrow", "1h 30m", "May Oats", "2024-05-01 2024-06-01"):
    table = "sown\n" + "\n".join(values.split()) + "\n"
    found = subprocess.run([csvjson], input=table, capture_output=True, text=True, check=True)
    print(values, "->", found.stdout.strip())
PY
diff "$work/seen" - <<'SEEN'
May June -> [{"sown": "0001-05-01"}, {"sown": "0001-06-01"}]
Monday Friday -> [{"sown": "0001-01-08"}, {"sown": "0001-01-05"}]
today tomorrow -> [{"sown": "0001-01-01"}, {"sown": "0001-01-02"}]
1h 30m -> [{"sown": "1:00:00"}, {"sown": "0:30:00"}]
May Oats -> [{"sown": "May"}, {"sown": "Oats"}]
2024-05-01 2024-06-01 -> [{"sown": "2024-05-01"}, {"sown": "2024-06-01"}]
SEEN
echo "as described"
