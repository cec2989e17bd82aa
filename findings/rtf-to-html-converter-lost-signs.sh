#!/usr/bin/env bash
# rtf-to-html-converter 1.2.4: tabs and breaks of lines join the words beside them, and braces are backslashes.
#
# Expected: \tab is a space at least, \{ and \} are braces, \line is a break (Rich Text Format 1.9.1, "Special
# Characters").
# Seen: "Rye\tab 500 g" is "Rye500 g", and "First\line second" is "Firstsecond". Of "\{" and "\}" only the backslash
# is left.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" rtf-to-html-converter@1.2.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "module";
const { convertRtfToHtml } = createRequire(import.meta.url)("rtf-to-html-converter");

for (const text of [
  "Rye\\tab 500 g\\par",
  "Write \\{rye\\} here\\par",
  "First\\line second\\par",
]) console.log(JSON.stringify(convertRtfToHtml(`{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 ${text}}`)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<div>Rye500 g</div>"
"<div>Write \\rye\\ here</div>"
"<div>Firstsecond</div>"
SEEN
echo "as described"
