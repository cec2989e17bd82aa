#!/usr/bin/env bash
# read-time-estimate 0.0.3: a text in Russian or Greek has no words, "Größe" has two, and two paragraphs are one.
#
# Expected: the time to read a page, from its words in any script, which its documentation says that it counts for "other
# languages", meaning Chinese, Japanese and Korean; what is in <style> is not read.
# Seen: words are runs of ASCII letters: nothing of "Рожь и овёс" counts, and an accent or an apostrophe parts a word. Tags
# leave no space, so that the last word of a paragraph and the first of the next are one; the rules of a style sheet are
# words.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" read-time-estimate@0.0.3 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { default: readTimeEstimate } = require("read-time-estimate");

for (const html of ["<p>Sow rye.</p>", "<p>Рожь и овёс</p>", "<p>Ζέα</p>", "<p>Größe</p>", "<p>Don't sow.</p>", "<p>Rye</p><p>Oats</p>", "<style>p { color: red }</style>"])
  console.log(html, "=>", readTimeEstimate(html).totalWords);
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Sow rye.</p> => 2
<p>Рожь и овёс</p> => 0
<p>Ζέα</p> => 0
<p>Größe</p> => 2
<p>Don't sow.</p> => 3
<p>Rye</p><p>Oats</p> => 1
<style>p { color: red }</style> => 3
SEEN
echo "as described"
