#!/usr/bin/env bash
# mdformat 1.0.0: comments, and addresses that nothing refers to yet, are deleted from a text.
#
# Expected: a formatter changes the form of a text and keeps its words. "[//]: # (a note)" is how Markdown has
# comments that HTML does not show; prettier 3.6.2 keeps them, and definitions without a reference.
# Seen: both are gone from the file. mdformat makes sure that the HTML is the same, and neither is in it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" prettier@3.6.2 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mdformat==1.0.0
cat >"$work/rye.md" <<'MD'
Rye is a [grain].

[//]: # (Ask Ann about the second harvest.)

[grain]: https://rye.example/grain
[mill]: https://rye.example/mill
MD
{
  echo "prettier:" && node_modules/.bin/prettier "$work/rye.md"
  echo "mdformat:" && "$work/venv/bin/mdformat" - <"$work/rye.md"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
prettier:
Rye is a [grain].

[//]: # "Ask Ann about the second harvest."
[grain]: https://rye.example/grain
[mill]: https://rye.example/mill
mdformat:
Rye is a [grain].

[grain]: https://rye.example/grain
SEEN
echo "as described"
