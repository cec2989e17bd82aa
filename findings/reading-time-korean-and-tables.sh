#!/usr/bin/env bash
# reading-time 1.5.0, reading-time-estimator 2.13.0: two Korean words count as seven, or a table of four words as eleven.
# Expected: both give the words of a text, and say that they know Markdown, HTML and Korean, Chinese and Japanese. Korean sets
# spaces between its words; marks of lists, tables and headings are no words, as is an address that nobody sees.
# Seen: reading-time counts each Korean syllable as a word, each mark of Markdown that stands alone and the title of a link,
# but two paragraphs of HTML, and words with a no-break space between them, as one word; the other counts "3.10" as two.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" reading-time@1.5.0 reading-time-estimator@2.13.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import readingTime from "reading-time";
import { readingTime as estimate } from "reading-time-estimator";

for (const text of ["안녕하세요 세계", "| a | b |\n|---|---|\n| 1 | 2 |", "- rye\n- oats", "rye — oats", '[rye](https://rye.example/a "The mill")',
  "<p>rye</p><p>oats</p>", "rye\u00a0oats", "for 3.10"])
  console.log(JSON.stringify(text), readingTime(text).words, "or", estimate(text).words);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"안녕하세요 세계" 7 or 2
"| a | b |\n|---|---|\n| 1 | 2 |" 11 or 4
"- rye\n- oats" 4 or 2
"rye — oats" 3 or 2
"[rye](https://rye.example/a \"The mill\")" 3 or 1
"<p>rye</p><p>oats</p>" 1 or 1
"rye oats" 1 or 2
"for 3.10" 2 or 3
SEEN
echo "as described"
