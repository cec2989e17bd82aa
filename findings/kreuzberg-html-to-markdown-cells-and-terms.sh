#!/usr/bin/env bash
# @kreuzberg/html-to-markdown-wasm 3.7.2: items in a cell are one word, and a term runs into its description.
#
# Expected: a list within a cell of a table keeps its items apart, by a space at least, as a line break in a cell
# does; <dt> and <dd> are paragraphs or lines that Markdown keeps.
# Seen: “oil” and “wick” of a list in a cell are “oilwick”. Terms and descriptions stand on lines of one paragraph, so
# that the page shows them as one sentence. A frame runs into the words before it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @kreuzberg/html-to-markdown-wasm@3.7.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { convert } from "@kreuzberg/html-to-markdown-wasm";

for (const html of [
  "<table><tr><th>needs</th></tr><tr><td><ul><li>oil</li><li>wick</li></ul></td></tr></table>",
  "<dl><dt>Wick</dt><dd>It burns.</dd><dt>Glass</dt><dd>It shines.</dd></dl>",
  '<div>See the film<iframe src="https://quay.example/film"></iframe></div>',
]) {
  const { content } = convert(html);
  console.log(JSON.stringify(content));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"| needs   |\n| ------- |\n| oilwick |\n"
"Wick\nIt burns.\n\nGlass\nIt shines.\n"
"See the film[https://quay.example/film](https://quay.example/film)\n"
SEEN
echo "as described"
