#!/usr/bin/env bash
# pangu 7.2.1: a space is put into addresses and names of files in Chinese and Japanese texts.
#
# Expected: what sets a space between Chinese characters and Latin letters leaves alone what has to be copied or linked
# as it is: addresses such as those of Wikipedia, names of files; and a hyphen, a slash or a middle dot in a word.
# Seen: the address ends at the space, so that a link made of it leads to another page; "C言語.txt" is another file. A
# hyphen or slash next to Latin letters has spaces around it, and "·" in a name is another character, "・".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" pangu@7.2.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import loaded from "pangu";

const pangu = loaded.default ?? loaded;
for (const text of ["https://ja.wikipedia.org/wiki/C言語", "C言語.txt", "A/B測試", "夜行-2024", "J·K·羅琳", "用C語言寫"])
  console.log(`${text}: ${pangu.spacingText(text)}`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
https://ja.wikipedia.org/wiki/C言語: https://ja.wikipedia.org/wiki/C 言語
C言語.txt: C 言語.txt
A/B測試: A / B 測試
夜行-2024: 夜行 - 2024
J·K·羅琳: J・K・羅琳
用C語言寫: 用 C 語言寫
SEEN
echo "as described"
