#!/usr/bin/env bash
# lunr 2.3.9 (npm): a word that ends in a letter beyond ASCII cannot be found; one of lunr 0.8.0 (Python) can.
#
# Expected: an index that says that it is compatible gives the same results, and a word in a text is found.
# Seen: both trim what is no word character, \W, from the ends of words when they index. In JavaScript
# that is everything beyond ASCII: "café" is indexed as "caf", and a text in Japanese not at all. The query is
# not trimmed, so that "café" finds nothing, and "caf" does. In Python \W knows letters: the index that it
# makes of the same texts finds all of them, also when lunr for JavaScript loads it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" lunr@2.3.9 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check lunr==0.8.0
cat >"$work/texts.json" <<'JSON'
[{"id": "a", "text": "Le café est là"}, {"id": "b", "text": "夜行列車"}, {"id": "c", "text": "Brot und Öl"}]
JSON
"$work/venv/bin/python" - >"$work/index.json" <<'PY'
import json

from lunr import lunr

with open("texts.json", encoding="utf-8") as file:
    index = lunr(ref="id", fields=["text"], documents=json.load(file))
print(json.dumps(index.serialize()))
PY
cat >"$work/try.mjs" <<'JS'
import { readFileSync } from "node:fs";
import lunr from "lunr";

const read = (name) => JSON.parse(readFileSync(name, "utf-8"));
const here = lunr(function () {
  this.ref("id");
  this.field("text");
  for (const text of read("texts.json")) this.add(text);
});
const indexes = { "by JavaScript": here, "by Python": lunr.Index.load(read("index.json")) };
for (const [name, index] of Object.entries(indexes))
  for (const word of ["café", "夜行列車", "öl", "brot"])
    console.log(name, word, index.search(word).map((found) => found.ref).join() || "not found");
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
by JavaScript café not found
by JavaScript 夜行列車 not found
by JavaScript öl not found
by JavaScript brot c
by Python café a
by Python 夜行列車 b
by Python öl c
by Python brot c
SEEN
echo "as described"
