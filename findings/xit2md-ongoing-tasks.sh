#!/usr/bin/env bash
# xit2md 0.3.0: a task that goes on, or is in question, is one that nobody began, and a priority makes all of the task
# bold.
#
# Expected ([x]it!, 1.0): "[@]" is ongoing, "[?]" in question, "[~]" obsolete: five states, which differ; "!!" is a
# priority, and what follows it the task.
#
# Seen: what was given up is done, three of the states are "[ ]"; the second line of a task is within the bold words,
# which end a line further.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check xit2md==0.3.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from xit2md import xit2md_text

print(xit2md_text("Rye\n[ ] Sow\n[@] Water\n[?] Weed\n[x] Reap\n[~] Burn\n[ ] !! Mill it\n    at the old mill\n"))
PY
diff "$work/seen" - <<'SEEN'
# Rye
- [ ] Sow
- [ ] Water
- [ ] Weed
- [x] Reap
- [x] ~Burn~
- [ ] **!! Mill it
      at the old mill**

SEEN
echo "as described"
