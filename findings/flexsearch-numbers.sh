#!/usr/bin/env bash
# flexsearch 0.8.212: a search for "20" finds "200" and "2000", one for "1000" finds "10000".
#
# Expected: a search without options compares whole words (tokenize: "strict"): a year or a price finds those
# texts that have it.
# Seen: digits that repeat become one, as letters do ("book" is "bok"), and numbers are cut into pieces of three digits,
# so that 1988 is "198" and "8": "198" finds it. With Charset.Exact numbers are whole.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" flexsearch@0.8.212 >/dev/null
cat >"$work/try.mjs" <<'JS'
import FlexSearch from "flexsearch";

const texts = ["20 loaves", "200 loaves", "in 2000", "1000 sheep", "10000 sheep", "born in 1988", "page 198"];
const indexes = { default: new FlexSearch.Index(), exact: new FlexSearch.Index({ encoder: FlexSearch.Charset.Exact }) };
for (const [name, index] of Object.entries(indexes)) {
  texts.forEach((text, number) => index.add(number, text));
  for (const query of ["20", "1000", "198"])
    console.log(`${name}, ${query}: ${index.search(query).map((number) => texts[number]).sort().join("; ") || "nothing"}`);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
default, 20: 20 loaves; 200 loaves; in 2000
default, 1000: 1000 sheep; 10000 sheep
default, 198: born in 1988; page 198
exact, 20: 20 loaves
exact, 1000: 1000 sheep
exact, 198: page 198
SEEN
echo "as described"
