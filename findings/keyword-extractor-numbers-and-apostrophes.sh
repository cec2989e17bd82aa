#!/usr/bin/env bash
# keyword-extractor 0.3.0: "3.14" is the keyword "314", and "O’Neill" is "ONeill".
#
# Expected: a keyword is a word of the text, so that it can be shown as a tag or searched for; an apostrophe is the same
# sign whether it is straight or typographic.
# Seen: points, commas and colons are taken out of numbers, times and addresses, and typographic apostrophes out of
# words, with letters beside them joined: "l’été" is "lété". "O'Neill" and "miller's" stay as they are, so that one
# name gives two keywords.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" keyword-extractor@0.3.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { extract } = require("keyword-extractor");

const options = { language: "english", return_changed_case: false, remove_digits: false };
const texts = ["Pi is 3.14", "Rye costs 2.50", "at 10:30", "ann@rye.example", "O'Neill and O’Neill", "rock’n’roll", "l’été", "well-known"];
for (const text of texts) console.log(`${text}: ${extract(text, options).join(", ")}`);
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Pi is 3.14: Pi, 314
Rye costs 2.50: Rye, costs, 250
at 10:30: 1030
ann@rye.example: ann@ryeexample
O'Neill and O’Neill: O'Neill, ONeill
rock’n’roll: rocknroll
l’été: lété
well-known: well-known
SEEN
echo "as described"
