#!/usr/bin/env bash
# json-to-pretty-yaml 1.2.2: a name that begins with # is a comment, so its value is lost; so in json2yaml.
#
# Expected: YAML made of an object gives the same object back: names with signs are quoted as the values are, such as
# the tag "#oil", or a title with a colon.
# Seen: both quote all values and no name. "#oil: 4" is a comment, "lamp #2: 2" is the text "lamp", "- oil: 1" is a
# list, without an error; others cannot be read at all.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" json-to-pretty-yaml@1.2.2 json2yaml@1.1.0 js-yaml@5.5.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { load } = require("js-yaml");

for (const name of ["json-to-pretty-yaml", "json2yaml"]) {
  for (const object of [{ "#oil": 4, wick: 1 }, { "lamp #2": 2 }, { "- oil": 1 }, { "oil: crude": 3 }]) {
    let back;
    try {
      back = JSON.stringify(load(require(name).stringify(object)));
    } catch (error) {
      back = `cannot be read: ${error.message.split("(")[0]}`;
    }
    console.log(JSON.stringify(object), back);
  }
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{"#oil":4,"wick":1} {"wick":1}
{"lamp #2":2} "lamp"
{"- oil":1} [{"oil":1}]
{"oil: crude":3} cannot be read: bad indentation of a mapping entry 
{"#oil":4,"wick":1} {"wick":1}
{"lamp #2":2} "lamp"
{"- oil":1} [{"oil":1}]
{"oil: crude":3} cannot be read: bad indentation of a mapping entry 
SEEN
echo "as described"
