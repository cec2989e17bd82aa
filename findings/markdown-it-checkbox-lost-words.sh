#!/usr/bin/env bash
# markdown-it-checkbox 1.1.0: the words before "[x]" in a sentence are gone from the page.
#
# Expected: "[x]" at the start of a line is a check box; within a sentence it is text, or a box between the words.
# Seen: a box takes the place of all plain words before it since the last markup: "We chose [x] of two." is a box and
# "of two."; of "Pick *one*, or [x] none" the ", or " is gone.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-it@14.1.0 \
    markdown-it-checkbox@1.1.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const markdownIt = require("markdown-it")().use(require("markdown-it-checkbox"));

for (const text of ["We chose [x] of two.", "Pick *one*, or [x] none.", "- rye, not oats [ ]"]) {
  console.log(JSON.stringify(text), markdownIt.render(text).replace(/\n/g, ""));
}
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"We chose [x] of two." <p><input type="checkbox" id="checkbox0" checked="true"><label for="checkbox0">of two.</label></p>
"Pick *one*, or [x] none." <p>Pick <em>one</em><input type="checkbox" id="checkbox1" checked="true"><label for="checkbox1">none.</label></p>
"- rye, not oats [ ]" <ul><li>rye, not oats [ ]</li></ul>
SEEN
echo "as described"
