#!/usr/bin/env bash
# natural 8.1.1 (npm): loading it takes settings from the folder's ".env", and prints lines that are no output.
#
# Expected: a library of tokenizers changes nothing when it is loaded; a script prints what it was told to print.
# Seen: the variables of ".env" in the folder in which the script runs are in its environment, and several lines on
# that are on stdout, before the JSON of the script. "At 5 p.m." is cut within "p.m.".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" natural@8.1.1 dotenv@17.4.2 >/dev/null
mkdir digest
echo 'SITE_TITLE=from the folder' >digest/.env
cat >"$work/try.cjs" <<'JS'
const natural = require("natural");

console.log(JSON.stringify({
  title: process.env.SITE_TITLE,
  sentences: new natural.SentenceTokenizer([]).tokenize("At 5 p.m. we ate. It was rye."),
}));
JS
(cd digest && node ../try.cjs 2>/dev/null) >out
{
    tail -n 1 out
    echo "lines before it on stdout: $(($(wc -l <out) - 1)), with \"injected env\": $(grep -c 'injected env' out)"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{"title":"from the folder","sentences":["At 5 p.","m.","we ate.","It was rye."]}
lines before it on stdout: 5, with "injected env": 5
SEEN
echo "as described"
