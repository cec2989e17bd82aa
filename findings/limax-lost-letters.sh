#!/usr/bin/env bash
# limax 4.2.3: two titles in Japanese share the address "no", and those in Korean, Thai and Hindi have none.
#
# Expected ("cares about i18n and transliterates non-Latin scripts"): the weather in Tokyo is not at the address of
# that in Kyoto.
# Seen: kanji beside kana are dropped, what is left is the particle "no"; kanji alone are read as Chinese, with the
# numbers of tones in the address: "da4-ban3" for Osaka. Hangul, Thai and Devanagari leave nothing.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" limax@4.2.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import limax from "limax";

for (const title of ["東京の天気", "京都の天気", "大阪", "北京的天气", "한국어 날씨", "ไทย", "नमस्ते"])
  console.log(title, "->", JSON.stringify(limax(title)), JSON.stringify(limax(title, { lang: "ja", tone: false })));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
東京の天気 -> "no" "no"
京都の天気 -> "no" "no"
大阪 -> "da4-ban3" ""
北京的天气 -> "bei3-jing1-de-tian1-qi4" ""
한국어 날씨 -> "" ""
ไทย -> "" ""
नमस्ते -> "" ""
SEEN
echo "as described"
