#!/usr/bin/env bash
# wtf_wikipedia 10.4.2: words that follow a list stand before it.
#
# Expected: the plain text of a wiki page has its sentences, lists and quotations in the order of the page.
# Seen: up to the next empty line, all sentences come first, then all lists, so that what follows a list, or leads to
# the next one, stands before it; cells of tables are not in the text.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" wtf_wikipedia@10.4.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import wtf from "wtf_wikipedia";

for (const page of [
  "We need:\n* rye\n* salt\nThen we bake.",
  "First:\n# mill\nSecond:\n# bake",
  "Prices:\n{|\n|-\n| rye || 5\n|}\nSaid Ann:\n{{quote|It keeps.|Ann}}\nSo it did.",
])
  console.log(JSON.stringify(wtf(page).text()));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"We need: Then we bake.\n * rye\n * salt"
"First: Second:\n * 1) mill\n * 1) bake"
"Prices: Said Ann: \"It keeps.\"\n\n- Ann\n\nSo it did."
SEEN
echo "as described"
