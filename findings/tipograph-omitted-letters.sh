#!/usr/bin/env bash
# tipograph 0.7.4: a letter that is left out gets an opening quotation mark.
#
# Expected: an apostrophe stands for what is left out on both sides: rock ’n’ roll, fish ’n’ chips, ’tis.
# Seen: the first one is an opening quotation mark, ‘n’, though it is right before a decade, ’90s.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" tipograph@0.7.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import tipograph from "tipograph";

const typo = tipograph();
for (const text of ["rock 'n' roll in the '90s", "fish 'n' chips", "'Tis the season", "'twas so"]) {
  console.log(typo(text));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
rock ‘n’ roll in the ’90s
fish ‘n’ chips
'Tis the season
'twas so
SEEN
echo "as described"
