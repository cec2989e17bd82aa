#!/usr/bin/env bash
# orgparse 0.5.20260926: the minutes of a time at the end of a heading are a tag.
#
# Expected (Org manual, 6.1; syntax, "Headings"): tags stand behind white space, so "* Dinner at 10:30:" has none, nor
# has "* Use std::string:"; a property "NOTE+" adds to "NOTE".
# Seen: the heading is "Dinner at 10" with the tag "30", and "Use std" with "string" and an empty tag; the colon and
# what stands before it are gone from the title. "NOTE+" is a property of its own.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check orgparse==0.5.20260926
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import orgparse

TEXT = """* Dinner at 10:30:
* Use std::string:
* Mixed 2:1:
* Rye :field:
:PROPERTIES:
:NOTE: sown late
:NOTE+: in the north
:END:
"""
for node in orgparse.loads(TEXT)[1:]:
    print(repr(node.heading), sorted(node.tags), node.properties)
PY
diff "$work/seen" - <<'SEEN'
'Dinner at 10' ['30'] {}
'Use std' ['', 'string'] {}
'Mixed 2' ['1'] {}
'Rye' ['field'] {'NOTE': 'sown late', 'NOTE+': 'in the north'}
SEEN
echo "as described"
