#!/usr/bin/env bash
# tablib 3.10.0: two lines of a cell of HTML are one word, and in Jira's form a cell with a bar becomes two.
#
# Expected: <br> ends a line, so that words on both sides stay two; Jira's tables have "\|" for a bar within a cell;
# an empty cell is empty in each form.
#
# Seen: "MayJune"; the cells after the bar move; an empty cell is empty in Jira's table and in HTML, and "None" in
# reStructuredText.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check tablib==3.10.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import tablib

page = "<table><tr><th>Sow</th></tr><tr><td>May<br>June</td></tr><tr><td><p>rye</p><p>oats</p></td></tr></table>"
print(tablib.Dataset().load(page, format="html").export("csv").splitlines())
table = tablib.Dataset(["sow|reap", 7], ["mill", None], headers=["name", "kg"])
for form in ("jira", "rst", "html"):
    print(table.export(form))
PY
diff "$work/seen" - <<'SEEN'
['Sow', 'MayJune', 'ryeoats']
||name||kg||
|sow|reap|7|
|mill| |
========  ====
  name     kg 
========  ====
sow|reap  7   
mill      None
========  ====
<table><thead><tr><th>name</th><th>kg</th></tr></thead><tbody><tr><td>sow|reap</td><td>7</td></tr><tr><td>mill</td><td></td></tr></tbody></table>
SEEN
echo "as described"
