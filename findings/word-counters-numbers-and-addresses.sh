#!/usr/bin/env bash
# word-counting 1.1.4, wordcount 1.1.1: "10,000 posts" has three words, "don't" two, an address five.
#
# Expected: a number is one word, and so is "don't", as words-count 2.0.2 and most editors count them.
# Seen: each point, comma, hyphen, slash and apostrophe within a word begins another; but "x_y" is one word.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" word-counting@1.1.4 wordcount@1.1.1 words-count@2.0.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import count from "word-counting";
import wordcount from "wordcount";
import words from "words-count";

const wordsCount = words.default ?? words;
for (const text of ["10,000 posts", "3.5 hours", "don't", "don’t", "well-being", "https://example.com/rye-bread", "x_y"]) {
  console.log(count(text).wordsCount, wordcount(text), wordsCount(text), text);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
3 3 2 10,000 posts
3 3 2 3.5 hours
2 2 1 don't
2 2 1 don’t
2 2 2 well-being
5 5 2 https://example.com/rye-bread
1 1 2 x_y
SEEN
echo "as described"
