#!/usr/bin/env bash
# html-to-rtf 2.1.0: two formatted words side by side become one, and a link is a paragraph without its address.
#
# Expected: the space between two elements stays, as it is seen in the page; a link stays in its sentence.
# Seen: "<b>rye</b> <i>bread</i>" has no space between the groups: "ryebread". The words of a link begin a paragraph, so that
# what follows is outside of it, and its address is not written. The lines of code are one.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-to-rtf@2.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "module";
const rtf = createRequire(import.meta.url)("html-to-rtf");

for (const page of [
  "<p>Fresh <b>rye</b> <i>bread</i></p>",
  "<p>Read <a href='https://a.example/'>the book</a> now</p>",
  "<pre>if rye:\n    bake()</pre>",
]) console.log(rtf.convertHtmlToRtf(page).replace(/^.*?\{\\colortbl ;\}/, ""));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{\pard Fresh {\b rye}{\i bread}\sb70\par}}
{\pard Read \sb70\par}{\pard the book\sb70\par} now{\pard \sb70\par}}
{\pard if rye:    bake()\sb70\par}}
SEEN
echo "as described"
