#!/usr/bin/env bash
# voca 1.4.1 (npm): in titles, "it's" becomes "It'S" and "NASA" becomes "Nasa".
#
# Expected: in a title each word begins with a capital letter, and what follows an apostrophe or a digit is no word of
# its own: "It's", "5th"; an abbreviation stays. title-case 4.3.2 does so.
# Seen: titleCase takes apostrophes, straight or typographic, and digits for ends of words: "It'S", "Don’T", "5Th".
# Capitals within a word become small letters.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" voca@1.4.1 title-case@4.3.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { titleCase } from "title-case";
import voca from "voca";

for (const title of ["it's rye", "don’t sow", "the 5th mill", "NASA's fields"])
  console.log(`${title}: ${voca.titleCase(title)}, ${titleCase(title)}`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
it's rye: It'S Rye, It's Rye
don’t sow: Don’T Sow, Don’t Sow
the 5th mill: The 5Th Mill, The 5th Mill
NASA's fields: Nasa'S Fields, NASA's Fields
SEEN
echo "as described"
