#!/usr/bin/env bash
# wink-nlp-utils 2.1.0: an address and a name with a point are cut into sentences: "See www.", "example.", "com".
#
# Expected: a point with no space after it ends no sentence, as in "3.50", which it knows.
# Seen: every point before a letter ends one, except in e-mail addresses and abbreviations of its list: the address of
# a link is in three sentences, "Node.js" in two. The number of a step is a sentence of its own.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" wink-nlp-utils@2.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import nlp from "wink-nlp-utils";

for (const text of [
  "See www.example.com/bread for more. We baked it.",
  "I like Node.js. It is fast.",
  "Ask anna@example.com. It costs 3.50 euros.",
  "1. Mix it. 2. Bake it.",
]) {
  console.log(nlp.string.sentences(text).join(" | "));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
See www. | example. | com/bread for more. | We baked it.
I like Node. | js. | It is fast.
Ask anna@example.com. | It costs 3.50 euros.
1. | Mix it. | 2. | Bake it.
SEEN
echo "as described"
