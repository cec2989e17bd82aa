#!/usr/bin/env bash
# smartquotes 2.3.2: a quotation mark before an apostrophe becomes a mark of inches.
#
# Expected: a straight mark at the start of a word opens a quotation, also where the word begins with an
# apostrophe, as in "'Tis" or "'90s".
# Seen: it becomes a double prime, the mark of inches and seconds, while the closing one is a quotation mark.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" smartquotes@2.3.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import smartquotes from "smartquotes";

for (const text of [`"'Tis the season," she said.`, `"'90s bread," she said.`, `"It is the season," she said.`])
  console.log(smartquotes.string(text));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
″’Tis the season,” she said.
″’90s bread,” she said.
“It is the season,” she said.
SEEN
echo "as described"
