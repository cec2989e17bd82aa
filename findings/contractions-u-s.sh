#!/usr/bin/env bash
# contractions 0.1.73: "U.S. and U.K." become "YOU.S. and YOU.K.", and "She'd gone" "She would gone".
#
# Expected: what is written with an apostrophe is written out, and other words stay; "had" and "would" are told apart,
# or left.
#
# Seen: "U" before a full stop is taken for "you"; "shell" is "she will", "wont" is "will not", and "o'clock" is "of
# the clock".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check contractions==0.1.73
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import contractions

for text in ("The U.S. and the U.K.", "She'd gone.", "At five o'clock.", "An egg has a shell.", "as is his wont", "Don't go."):
    print(text, "->", contractions.fix(text))
PY
diff "$work/seen" - <<'SEEN'
The U.S. and the U.K. -> The YOU.S. and the YOU.K.
She'd gone. -> She would gone.
At five o'clock. -> At five of the clock.
An egg has a shell. -> An egg has a she will.
as is his wont -> as is his will not
Don't go. -> Do not go.
SEEN
echo "as described"
