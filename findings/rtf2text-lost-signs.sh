#!/usr/bin/env bash
# rtf2text 1.0.1: dashes and quotation marks are lost, cells join, and hidden words show.
#
# Expected (RTF 1.9.1): "\endash", "\rquote" and "\ldblquote" are signs of the text; cells of a row are apart, as
# paragraphs are; words that are hidden ("\v") are not shown.
# Seen: "1914\endash 1918" is "19141918", "Ann\rquote s" is "Anns", and a row of a table is one word.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" rtf2text@1.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import rtf2text from "rtf2text";

const texts = [
  "1914\\endash 1918", "Ann\\rquote s \\ldblquote rye\\rdblquote", "5\\~kg", "rye\\cell oats\\cell\\row", "Rye {\\v hidden}grows",
  "Rye\\tab oats\\line wheat",
];
for (const text of texts) {
  const plain = await new Promise((resolve, reject) => {
    rtf2text.string(`{\\rtf1\\ansi ${text}}`, (error, result) => (error ? reject(error) : resolve(result)));
  });
  console.log(JSON.stringify([text, plain]));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["1914\\endash 1918","19141918"]
["Ann\\rquote s \\ldblquote rye\\rdblquote","Anns rye"]
["5\\~kg","5 kg"]
["rye\\cell oats\\cell\\row","ryeoats"]
["Rye {\\v hidden}grows","Rye hiddengrows"]
["Rye\\tab oats\\line wheat","Rye\toats\nwheat"]
SEEN
echo "as described"
