#!/usr/bin/env bash
# extract-urls 1.4.1: of "…/rye_(grain)" an address is given that is not in the text, and one with "ö" is cut.
#
# Expected: an address that is found in a text is a part of it, with brackets in pairs, as Wikipedia's have them, with
# commas within it, and with letters of any script, as browsers show them; a bracket around it is none of it.
# Seen: all brackets are taken out of what is found, also from its middle: ".../rye_grain" leads to another page, or to
# none. The address ends before a comma, before ";" and before the first letter that is not of ASCII; a "!" after it belongs
# to it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" extract-urls@1.4.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const extractUrls = require("extract-urls");

for (const text of [
  "See (https://rye.example/oats).",
  "See https://rye.example/wiki/rye_(grain).",
  "See https://rye.example/1,000_loaves.",
  "See https://rye.example/Größe.",
  "See https://rye.example/a;b.",
  "See https://rye.example/rye!",
]) console.log(text, "=>", extractUrls(text).join(" "));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
See (https://rye.example/oats). => https://rye.example/oats
See https://rye.example/wiki/rye_(grain). => https://rye.example/wiki/rye_grain
See https://rye.example/1,000_loaves. => https://rye.example/1
See https://rye.example/Größe. => https://rye.example/Gr
See https://rye.example/a;b. => https://rye.example/a
See https://rye.example/rye! => https://rye.example/rye!
SEEN
echo "as described"
