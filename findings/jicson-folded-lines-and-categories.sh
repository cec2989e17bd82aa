#!/usr/bin/env bash
# jicson 1.0.2: what a calendar writes in a second line of a long text is gone, and of two lines of categories the
# first.
#
# Expected (RFC 5545, 3.1 and 3.3.11): lines are folded after 75 octets, so that a description of some length has
# several, which are one text; "\,", "\;" and "\n" stand for ",", ";" and a line break; CATEGORIES may stand more than
# once.
# Seen: the text ends at the fold, its end is nowhere in the result; escapes are left as they are; the last line of
# CATEGORIES is the only one; parameters are part of the name, "DTSTART;VALUE=DATE".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check jicson==1.0.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from pathlib import Path

import jicson

Path("rye.ics").write_bytes("\r\n".join((
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    "UID:1",
    "DTSTART;VALUE=DATE:20240503",
    r"SUMMARY:Rye\, oats",
    "DESCRIPTION:We meet at the mill and look at the fields, and then there is bre",
    " ad for all who came.",
    "CATEGORIES:field",
    "CATEGORIES:mill",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
)).encode())
for name, value in jicson.fromFile("rye.ics")["VCALENDAR"][0]["VEVENT"][0].items():
    print(name, repr(value))
PY
diff "$work/seen" - <<'SEEN'
UID '1'
DTSTART;VALUE=DATE '20240503'
SUMMARY 'Rye\\, oats'
DESCRIPTION 'We meet at the mill and look at the fields, and then there is bre'
CATEGORIES 'mill'
SEEN
echo "as described"
