#!/usr/bin/env bash
# clean-html 2.0.1: two formatted words side by side become one, and the lines of code become one line.
#
# Expected: a cleaner of pages changes how they are laid out in the source, not what a reader sees.
# Seen: the space between a </b> and an <i>, or before a link, is gone: "rye bread here" is shown as "ryebreadhere".
# Lines and indentation within <pre> are one space.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" clean-html@2.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import clean from "clean-html";

for (const page of [
  "<p>Fresh <b>rye</b> <i>bread</i> <a href='/x'>here</a></p>",
  "<pre>if rye:\n    bake()\n</pre>",
]) clean.clean(page, (seen) => console.log(JSON.stringify(seen)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<p>Fresh <b>rye</b><i>bread</i><a href=\"/x\">here</a></p>"
"<pre>if rye: bake()</pre>"
SEEN
echo "as described"
