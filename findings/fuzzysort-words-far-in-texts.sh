#!/usr/bin/env bash
# fuzzysort 4.0.2: a word that stands in a text as it was typed is not found, if it stands far from its beginning.
#
# Expected: a search for "barley" finds each text with that word, one with letters that merely occur in this order below
# it; where the word stands may change its place in the list.
# Seen: the farther from the beginning, the lower the score, and below 0.5 a text is left out by default: from about the
# 150th letter on, the very word is not found. A text whose letters fit in order somewhere at its beginning is.
# "threshold: 0" finds all.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" fuzzysort@4.0.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import fuzzysort from "fuzzysort";

const text = "The miller sows his rye in October and waits for the snow to cover it until the thaw comes over the hills of the valley";
const tail = " where the old mill stands beside the river and the geese";
for (const begin of ["", text, text + tail]) {
  const post = `${begin} Barley`.trim();
  const found = (options) => fuzzysort.go("barley", [post], options).length;
  console.log(post.indexOf("Barley"), "default:", found(), "all:", found({ threshold: 0 }));
}
console.log("bar eley:", fuzzysort.go("barley", ["A bar by the ley", "bar l e y"]).map(({ target }) => target));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
0 default: 1 all: 1
120 default: 1 all: 1
177 default: 0 all: 1
bar eley: [ 'A bar by the ley', 'bar l e y' ]
SEEN
echo "as described"
