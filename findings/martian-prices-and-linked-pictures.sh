#!/usr/bin/env bash
# @tryfabric/martian 1.2.4: two prices in a line become a formula, and a linked picture is nothing.
#
# Expected: Markdown becomes blocks of Notion with all its words; a "$" before a digit is a price where another
# follows (pandoc wants no space before the closing "$" and no digit after it); a picture within a link is a picture.
# Seen: the words between two prices are a formula; a linked picture is left out, as are a <div> with its words and a
# rule; a picture in a line moves behind the words that follow it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @tryfabric/martian@1.2.4 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { markdownToBlocks } = require("@tryfabric/martian");

for (const markdown of [
  "Rye is $5 and salt $6.",
  "[![Loaf](https://digest.example/loaf.png)](https://digest.example/)",
  "<div>Rye keeps.</div>\n\n---\n\nSalt",
  "![Loaf](https://digest.example/loaf.png) is what we baked",
])
  console.log(
    JSON.stringify(
      markdownToBlocks(markdown).map((block) => {
        const { rich_text: texts, external } = block[block.type];
        return [block.type, external?.url ?? texts.map(({ text, equation }) => text?.content ?? equation)];
      }),
    ),
  );
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[["paragraph",["Rye is ",{"expression":"5 and salt "},"6."]]]
[]
[["paragraph",["Salt"]]]
[["paragraph",[" is what we baked"]],["image","https://digest.example/loaf.png"]]
SEEN
echo "as described"
