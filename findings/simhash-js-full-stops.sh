#!/usr/bin/env bash
# simhash-js 1.0.0: a text with a full stop at its end is less alike the same text than one about another thing.
# Expected (its README): "documents A and B that differ in just a single byte" have similar hashes, so that their similarity is
# near 1, and that of unrelated texts is lower.
# Seen: the same sentence is 1, but 0.25 with a full stop and 0.21 with a small letter at its beginning; two sentences that
# share no word are 0.27 alike. Two texts of one letter each have NaN.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" simhash-js@1.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import simhash from "simhash-js";

const hasher = new simhash.SimHash();
const alike = (one, other) => simhash.Comparator.similarity(hasher.hash(one), hasher.hash(other));
const rye = "Rye is up today at the mill";
for (const [one, other] of [[rye, rye], [rye, `${rye}.`], ["Rye is up", "rye is up"], [rye, "The weather is fine on the northern coast"],
  ["The price of rye rose by two pence", "The price of rye rose by nine pence"], ["a", "b"]])
  console.log(alike(one, other).toFixed(2), JSON.stringify(one), JSON.stringify(other));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
1.00 "Rye is up today at the mill" "Rye is up today at the mill"
0.25 "Rye is up today at the mill" "Rye is up today at the mill."
0.21 "Rye is up" "rye is up"
0.27 "Rye is up today at the mill" "The weather is fine on the northern coast"
0.15 "The price of rye rose by two pence" "The price of rye rose by nine pence"
NaN "a" "b"
SEEN
echo "as described"
