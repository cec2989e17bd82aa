#!/usr/bin/env bash
# editorjs-md-parser 0.0.3: pictures, inner items and words of headings are lost, and bold words never end.
#
# Expected: a picture becomes an image, or its description stays; inner items follow their item; a heading keeps all
# its words; a quotation is one block; a bold word is <b>word</b>.
# Seen: a picture leaves an empty paragraph, inner items leave null, a heading keeps only what follows its last mark; the
# text of a quotation comes again as paragraphs, and of two paragraphs the quotation has the last; "<b>" closes a "<b>";
# words at a hard break join.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" editorjs-md-parser@0.0.3 >/dev/null
cat >"$work/try.cjs" <<'JS'
globalThis.self = globalThis.window = globalThis;
globalThis.document = { createElement: () => ({}), head: { appendChild() {} } };
const { MDtoBlocks } = require("editorjs-md-parser");

const print = console.log;
console.log = () => {};
(async () => {
  for (const text of [
    "![Loaf](a.jpg)", "- mix\n  - rye\n- bake", "# Very *good* bread", "> Mix.\n>\n> Bake.", "A **good** loaf", "Rye  \nbread",
  ]) print(JSON.stringify((await MDtoBlocks(text)).map(({ data }) => data.items ?? data.text)));
})();
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[""]
[["mix",null,"bake"]]
[" bread"]
["Bake.","Mix.","Bake."]
["A <b>good<b> loaf"]
["Ryebread"]
SEEN
echo "as described"
