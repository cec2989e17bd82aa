#!/usr/bin/env bash
# node-rake 1.0.1: "O’Neill" is "’Neill", "C++" and "C#" are nothing, and of "3.5" the 3 is a keyword; rake-js 0.1.1 drops all.
#
# Expected: a keyword is a word or a phrase of the text, so that it can be shown as a tag or searched for. RAKE cuts a text
# at stop words and at marks that end a phrase; a point within a number ends none.
# Seen: node-rake takes the single letter before an apostrophe for a stop word, and the name loses it; a number is cut at
# its point. rake-js leaves out names with signs, numbers and names with an apostrophe without a word.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" node-rake@1.0.1 rake-js@0.1.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import rakeJs from "rake-js";

const rake = createRequire(import.meta.url)("node-rake");
const extract = rakeJs.default ?? rakeJs;
for (const text of [
  "O’Neill bakes rye-bread.",
  "C++ and C# are languages.",
  "Bake at 3.5 bar.",
  "In 2024 we sowed rye.",
]) {
  console.log(`node-rake ${JSON.stringify(rake.generate(text))}`);
  console.log(`rake-js ${JSON.stringify(extract(text, { language: "english" }))}`);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
node-rake ["’Neill bakes rye-bread"]
rake-js ["bakes rye bread"]
node-rake ["languages"]
rake-js ["languages"]
node-rake ["5 bar","3","Bake"]
rake-js ["bar"]
node-rake ["sowed rye","2024"]
rake-js ["sowed rye"]
SEEN
echo "as described"
