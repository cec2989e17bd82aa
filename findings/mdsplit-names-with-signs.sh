#!/usr/bin/env bash
# mdsplit 0.5.0: chapters that are called "C++" and "C#" become one file.
#
# Expected: its README says that chapters of the same name are written to one file; these have two names.
# Seen: signs are dropped from the names of files first, and what meets then is one chapter after the other in a file
# that has the first one's place: "C" holds both, and "Ask" those called "Ask!" and "Ask?".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mdsplit==0.5.0
cat >posts.md <<'MD'
# C++

It is fast.

# Ask!

Now.

# C#

It is sharp.

# Ask?

Maybe.
MD
"$work/venv/bin/mdsplit" posts.md -o out >/dev/null
for name in out/*; do
    echo "$name: $(grep -v '^$' "$name" | paste -s -d '|')"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
out/Ask.md: # Ask!|Now.|# Ask?|Maybe.
out/C.md: # C++|It is fast.|# C#|It is sharp.
SEEN
echo "as described"
