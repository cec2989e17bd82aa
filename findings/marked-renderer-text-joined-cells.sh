#!/usr/bin/env bash
# marked-renderer-text 2.0.2: the cells of a table are one word, and words keep references of HTML.
#
# Expected: plain text has a space or a bar between cells, shows & for &amp;, and keeps the lines of a verse apart.
# Seen: “Ann Lee” and “4” are “Ann Lee4”. An ampersand, a quotation mark and an apostrophe of the author are written
# as references of HTML; a line break written <br> joins two words.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" marked-renderer-text@2.0.2 marked@4.3.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const TextRenderer = require("marked-renderer-text");
const { marked } = require("marked");

for (const text of ["| name | lamps |\n|--|--|\n| Ann Lee | 4 |\n| Bo | 12 |", "Ann's \"oil & wicks\"", "brass<br>glass"]) {
  console.log(JSON.stringify(marked.parse(text, { renderer: new (TextRenderer.default ?? TextRenderer)() })));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"\nnamelamps\n\n\nAnn Lee4\n\nBo12\n\n"
"Ann&#39;s &quot;oil &amp; wicks&quot;\n"
"brassglass\n"
SEEN
echo "as described"
