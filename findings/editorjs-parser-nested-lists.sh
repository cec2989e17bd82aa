#!/usr/bin/env bash
# editorjs-parser 1.5.3: items of a list are "[object Object]", and check lists and warnings are not in the HTML.
#
# Expected: the list tool of Editor.js gives items with a content and items below them since its version 2 (and as
# "nested-list" before); check list and warning are tools that Editor.js names itself.
# Seen: each item is the text "[object Object]", and its words are nowhere; the two other blocks go without a word.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" editorjs-parser@1.5.3 >/dev/null
cat >"$work/try.cjs" <<'JS'
const Parser = require("editorjs-parser");

const blocks = [
  { type: "list", data: { style: "unordered", items: [{ content: "Rye", meta: {}, items: [] }] } },
  { type: "checklist", data: { items: [{ text: "Mill", checked: true }] } },
  { type: "warning", data: { title: "Hot", message: "Let it cool" } },
  { type: "paragraph", data: { text: "The end" } },
];
console.log(new (Parser.default ?? Parser)().parse({ blocks }));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<ul><li>[object Object]</li></ul><p class="paragraph"> The end </p>
SEEN
echo "as described"
