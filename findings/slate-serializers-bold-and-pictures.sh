#!/usr/bin/env bash
# @slate-serializers/html 2.5.3: words in <b> are no longer bold, cells join, and pictures are gone.
#
# Expected: <b> and <strong> are both shown bold (HTML, 15.3.4); a break stays one on the way back.
# Seen: only <strong> is known. A line break becomes a space to the browser, the cells of a row become one word,
# nothing is left of a picture. The settings are the default ones.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @slate-serializers/dom@2.5.3 @slate-serializers/html@2.5.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { htmlToSlate, slateToHtml } from "@slate-serializers/html";

for (const page of [
  "<p>a <b>big</b> and <strong>dark</strong> loaf</p>",
  "<p>Rye<br>bread</p>",
  "<table><tr><td>rye</td><td>5</td></tr></table>",
  '<p>Look: <img src="loaf.png" alt="A loaf"></p>',
]) console.log(page, "->", slateToHtml(htmlToSlate(page)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>a <b>big</b> and <strong>dark</strong> loaf</p> -> <p>a big and <strong>dark</strong> loaf</p>
<p>Rye<br>bread</p> -> <p>Rye
bread</p>
<table><tr><td>rye</td><td>5</td></tr></table> -> rye5
<p>Look: <img src="loaf.png" alt="A loaf"></p> -> <p>Look: </p>
SEEN
echo "as described"
