#!/usr/bin/env bash
# lande 1.0.10, langdetect 0.2.1: a text of digits is Korean, with certainty, and "C++" English or Vietnamese.
#
# Expected: a text without words has no language, or the certainty that goes with the answer is low; tinyld says "", franc
# says "und".
# Seen: lande is entirely sure that digits, or nothing at all, are Korean; a name of a product decides the language of a
# post for both. A Japanese sentence in kana and kanji is Chinese to lande, and French is Latin to tinyld.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    lande@1.0.10 langdetect@0.2.1 tinyld@1.3.4 franc@6.2.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import lande from "lande";
import langdetect from "langdetect";
import { detect } from "tinyld";
import { franc } from "franc";

for (const text of ["2024", "", "C++", "ライ麦パンを焼く", "Le seigle est semé en automne."]) {
  const [name, certainty] = lande(text)[0];
  const best = langdetect.detect(text)?.[0];
  const other = best ? `${best.lang} ${best.prob.toFixed(2)}` : "none";
  console.log(JSON.stringify(text), `lande: ${name} ${certainty.toFixed(2)}`, `langdetect: ${other}`, `tinyld: "${detect(text)}"`, franc(text));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"2024" lande: kor 1.00 langdetect: none tinyld: "" und
"" lande: kor 1.00 langdetect: none tinyld: "" und
"C++" lande: vie 0.55 langdetect: en 1.00 tinyld: "" und
"ライ麦パンを焼く" lande: cmn 0.80 langdetect: ja 1.00 tinyld: "ja" und
"Le seigle est semé en automne." lande: fra 1.00 langdetect: fr 1.00 tinyld: "la" fra
SEEN
echo "as described"
