#!/usr/bin/env bash
# orgmunge 0.3.1: dates and properties that stand indented below their heading are text.
#
# Expected (Org manual, "Hard indentation"): with org-adapt-indentation, which was on until Org 9.5, Emacs indents the
# line of SCHEDULED and the drawer of properties below a heading as far as its title begins; they mean the same as
# without.
# Seen: an indented heading has no properties and no date, and its drawer is part of the text, also where the heading
# beside it has both. Empty lines between drawer and text and before the next heading are gone when the file is
# written.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check orgmunge==0.3.1 ply==3.11
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import contextlib
import io
from pathlib import Path

with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    from orgmunge import Org

    Path("notes.org").write_text("""* Sow
SCHEDULED: <2024-05-03 Fri>
:PROPERTIES:
:FIELD: north
:END:

Rye first.

* Reap
  SCHEDULED: <2024-08-09 Fri>
  :PROPERTIES:
  :FIELD: south
  :END:
  Oats last.
""")
    notes = Org("notes.org")
    notes.write("written.org")
for heading in notes.get_all_headings():
    print(heading.headline.title, heading.properties, heading.scheduling, repr(heading.body))
print(repr(Path("written.org").read_text()))
PY
diff "$work/seen" - <<'SEEN'
Sow {'FIELD': 'north'} SCHEDULED: <2024-05-03 Fri> 'Rye first.'
Reap {} None '  SCHEDULED: <2024-08-09 Fri>\n  :PROPERTIES:\n  :FIELD: south\n  :END:\n  Oats last.'
'* Sow\nSCHEDULED: <2024-05-03 Fri>\n:PROPERTIES:\n:FIELD:       north\n:END:\nRye first.\n* Reap\n  SCHEDULED: <2024-08-09 Fri>\n  :PROPERTIES:\n  :FIELD: south\n  :END:\n  Oats last.\n'
SEEN
echo "as described"
