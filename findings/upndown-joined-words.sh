#!/usr/bin/env bash
# upndown 2.1.0: a price that was struck out joins the new one ("56"), a term its explanation, a cell the next one.
#
# Expected: tags that Markdown lacks go and leave the words and the spaces around them.
# Seen: <del>, <sub> and <mark> begin or end lines, and swallow the space beside them: "5" struck out and "6" become "56".
# Two <div>, and a term and its explanation, are one word.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" upndown@2.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import Upndown from "upndown";

for (const page of [
  "<p>It costs <del>5</del> 6 euros</p>",
  "<p>H<sub>2</sub>O and <mark>rye</mark> bread</p>",
  "<dl><dt>Rye</dt><dd>a grain</dd></dl>",
  "<div>Flour</div><div>Water</div>",
  "<table><tr><td>Rye</td><td>500 g</td></tr></table>",
]) {
  const text = await new Promise((done) => new Upndown().convert(page, (error, text) => done(text)));
  console.log(JSON.stringify(text));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"It costs \n56 euros"
"H\n2O and \nryebread"
"Ryea grain"
"FlourWater"
"Rye500 g"
SEEN
echo "as described"
