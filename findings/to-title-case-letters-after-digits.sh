#!/usr/bin/env bash
# to-title-case 1.0.0: "2nd edition" becomes "2Nd Edition", "über" becomes "üBer", and a name such as "iPhone" small.
#
# Expected: the first letter of a word becomes large and nothing else changes, as titleize and title-case have it for
# "2nd" and "über"; what has large letters within keeps them, as title-case has it.
# Seen: at the beginning, a letter after a digit or after one that is not ASCII becomes large instead.
# Large letters within a word become small: "Iphone", "Bbc".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" to-title-case@1.0.0 title-case@4.3.2 titleize@4.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import titleCase from "to-title-case";
import { titleCase as other } from "title-case";
import titleize from "titleize";

for (const title of ["2nd edition", "über alle berge", "my iPhone and the BBC"]) {
  console.log([titleCase(title), other(title), titleize(title)].join(" | "));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
2Nd Edition | 2nd Edition | 2nd Edition
üBer Alle Berge | Über Alle Berge | Über Alle Berge
My Iphone and the Bbc | My iPhone and the BBC | My Iphone And The Bbc
SEEN
echo "as described"
