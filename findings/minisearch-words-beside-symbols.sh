#!/usr/bin/env bash
# minisearch 7.2.0: "5" does not find "$5", nor "rye" the word in `rye`, "a=rye" or "2×rye".
#
# Expected: by default, words are split at "space or punctuation", which a reader takes for all that is no letter and
# no number; MiniSearch is what VitePress searches with.
# Seen: Unicode has currency and mathematical signs, the backtick, "|", "~" and "^" as symbols, not as punctuation: they are
# parts of words. Code and prices in Markdown, and cells of a table without spaces, are found only with their signs.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" minisearch@7.2.0 >/dev/null
cat >try.mjs <<'JS'
import MiniSearch from "minisearch";

const texts = ["*rye* bread", "\"rye\", sown", "rye/oats", "`rye` in code", "grain=rye", "2×rye", "|rye|oats|", "~~rye~~"];
const prices = ["5 pounds", "(5)", "$5", "5€", "<5"];
for (const [query, all] of [["rye", texts], ["5", prices]]) {
  const search = new MiniSearch({ fields: ["text"] });
  search.addAll(all.map((text, id) => ({ id, text })));
  const found = new Set(search.search(query).map(({ id }) => id));
  for (const [id, text] of all.entries()) console.log(`${query} ${found.has(id) ? "finds" : "misses"} ${text}`);
}
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
rye finds *rye* bread
rye finds "rye", sown
rye finds rye/oats
rye misses `rye` in code
rye misses grain=rye
rye misses 2×rye
rye misses |rye|oats|
rye misses ~~rye~~
5 finds 5 pounds
5 finds (5)
5 misses $5
5 misses 5€
5 misses <5
SEEN
echo "as described"
