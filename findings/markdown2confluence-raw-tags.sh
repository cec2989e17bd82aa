#!/usr/bin/env bash
# @shogobg/markdown2confluence 0.1.6: tags become words with a full stop, tasks become tags that are shown.
#
# Expected: HTML within Markdown keeps its meaning: "<b>" is bold, "<br>" a new line, as in Confluence's "*bold*" and
# "\\".
# Seen: "b. bold" and "br." stand in the text, as if they were headings of Confluence ("h1."); the box of a task is
# written as an <input> tag, which Confluence shows as text; the description of a picture is lost.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @shogobg/markdown2confluence@0.1.6 >/dev/null
cat >"$work/try.mjs" <<'JS'
import convert from "@shogobg/markdown2confluence";

const toConfluence = convert.default ?? convert;
for (const text of ["<b>Rye</b> bread", "Rye<br>bread", "- [x] knead", "![A loaf](loaf.png)", "3. rye\n4. oat"])
  console.log(JSON.stringify(text), "->", JSON.stringify(toConfluence(text)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<b>Rye</b> bread" -> "b. Rye bread\n\n"
"Rye<br>bread" -> "Ryebr. bread\n\n"
"- [x] knead" -> "\r* <input checked=\"\" disabled=\"\" type=\"checkbox\"> knead\n\n"
"![A loaf](loaf.png)" -> "!loaf.png!\n\n"
"3. rye\n4. oat" -> "\r# rye\n# oat\n\n"
SEEN
echo "as described"
