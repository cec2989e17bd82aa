#!/usr/bin/env bash
# titlecase 2.4.1: an abbreviation with points is left small ("u.s. Trains"), and only its last letter grows at the end.
#
# Expected: "u.s." becomes "U.S." or stays, the same wherever it stands; "the" stays small within a title.
# Seen: at the end of a title only the last letter of the abbreviation becomes large: "A Day in l.A.". After "vs." and
# after "p.m." the next small word counts as the beginning of a sentence. "on-board" keeps its "on" small.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check titlecase==2.4.1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from titlecase import titlecase

for title in (
    "a day in l.a.",
    "an hour in d.c. and u.s. trains",
    "at 9 a.m. and 5 p.m. in the bakery",
    "rye vs. the machine",
    "rye vs the machine",
    "the on-board bakery",
):
    print(titlecase(title))
PY
diff "$work/seen" - <<'SEEN'
A Day in l.A.
An Hour in d.c. And u.s. Trains
At 9 a.m. And 5 p.m. In the Bakery
Rye vs. The Machine
Rye vs the Machine
The on-Board Bakery
SEEN
echo "as described"
