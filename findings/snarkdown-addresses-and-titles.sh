#!/usr/bin/env bash
# snarkdown 2.0.0: the title of a picture is a part of its address, and an address with underscores is full of tags.
#
# Expected: '![mill](mill.png "Our mill")' is a picture with a title; "https://mill.example/our_old_mill" stays one word;
# an item indented by two spaces is an item of an item.
# Seen: the address of the picture is 'mill.png "Our mill"', which is not there. Underscores within words and addresses
# are emphasis, an escaped star shows its backslash, and an inner item ends the list. A note "[^1]" is a link to its own
# words.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" snarkdown@2.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import snarkdown from "snarkdown";

const texts = [
  '![mill](mill.png "Our mill")', "https://mill.example/our_old_mill", "snake_case_name", "2 \\* 3 \\* 4", "- a\n  - b\n- c",
  "Rye[^1].\n\n[^1]: See Ann.",
];
for (const text of texts) console.log(JSON.stringify([text, snarkdown(text)]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["![mill](mill.png \"Our mill\")","<img src=\"mill.png &quot;Our mill&quot;\" alt=\"mill\">"]
["https://mill.example/our_old_mill","https://mill.example/our<em>old</em>mill"]
["snake_case_name","snake<em>case</em>name"]
["2 \\* 3 \\* 4","2 \\* 3 \\* 4"]
["- a\n  - b\n- c","<ul><li>a</li></ul>\n  - b<ul><li>c</li></ul>"]
["Rye[^1].\n\n[^1]: See Ann.","Rye<a href=\"See Ann.\">^1</a>."]
SEEN
echo "as described"
