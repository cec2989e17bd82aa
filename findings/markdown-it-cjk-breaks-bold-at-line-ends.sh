#!/usr/bin/env bash
# markdown-it-cjk-breaks 2.0.0: a Chinese paragraph with a bold word at an end of a line ends the build with an error.
#
# Expected: a line that ends or begins with bold or italic words joins the next one without a space, as any other line does.
# Seen: "Expected a code point, got `undefined`.", without the name of a file, if the last line ends with bold words or the
# first one is bold as a whole, as is usual for a name and what follows; emphasis within a line is no harm.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    markdown-it@14.3.3 markdown-it-cjk-breaks@2.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import MarkdownIt from "markdown-it";
import breaks from "markdown-it-cjk-breaks";

const md = MarkdownIt().use(breaks);
for (const text of ["黑麦\n面包", "黑**麦**子\n面包", "**黑麦**\n面包", "黑麦\n**面包**", "黑麦\n*面包*", "黑麦\n[面包](loaf.md)"]) {
  let html;
  try {
    html = md.render(text).trim();
  } catch (error) {
    html = `${error.name}: ${error.message}`;
  }
  console.log(JSON.stringify(text), html);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"黑麦\n面包" <p>黑麦面包</p>
"黑**麦**子\n面包" <p>黑<strong>麦</strong>子面包</p>
"**黑麦**\n面包" TypeError: Expected a code point, got `undefined`.
"黑麦\n**面包**" TypeError: Expected a code point, got `undefined`.
"黑麦\n*面包*" <p>黑麦<em>面包</em></p>
"黑麦\n[面包](loaf.md)" <p>黑麦<a href="loaf.md">面包</a></p>
SEEN
echo "as described"
