#!/usr/bin/env bash
# yamljs 0.3.0: \u00e9 is two other letters, a text over two lines keeps the break, and documents are mixed.
#
# Expected: "caf\u00e9" is café (YAML 1.2, 5.7); a plain text that goes on in the next line has a space there (7.3.3);
# "---" begins another document, whose values do not replace those before it.
# Seen: the letter is read as two bytes. The break of a wrapped description stays in it. Two documents become one
# object, in which the second title is lost.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" yamljs@0.3.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const { parse } = createRequire(import.meta.url)("yamljs");

for (const text of [
  'place: "caf\\u00e9"',
  "about: the lamp\n  burns all night",
  "title: Oil\nby: Ann\n---\ntitle: Glass\n",
]) {
  console.log(JSON.stringify(parse(text)));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{"place":"cafÃ©"}
{"about":"the lamp\nburns all night"}
{"title":"Oil","by":"Ann"}
SEEN
echo "as described"
