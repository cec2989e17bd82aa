#!/usr/bin/env bash
# sum 0.1.4 (npm): a summary has its sentences in another order than the text, and some in pieces.
#
# Expected: a summary reads as the text does; 3.5 is a number, and "Mr." ends no sentence.
# Seen: the sentences stand in the order of their scores, so that "A new owner" comes before the mill of which it
# speaks. They are cut at every full stop: "Smith sold the mill in 1999 for 3" is one.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" sum@0.1.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import sum from "sum";

const corpus = "The mill on the river ground rye. Mr. Smith sold the mill in 1999 for 3.5 million. Bread from the mill"
  + " was dark. A new owner of the mill on the river came. Rye is ground there.";
for (const sentence of sum({ corpus, nSentences: 3 }).sentences) console.log(JSON.stringify(sentence));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
" Smith sold the mill in 1999 for 3"
" A new owner of the mill on the river came"
"The mill on the river ground rye"
SEEN
echo "as described"
