#!/usr/bin/env bash
# quill-delta-from-html 1.0.6: code shows its tag and loses its lines, and two paragraphs of HTML are one word at their seam.
#
# Expected ("Convert easily HTML inputs content to Quill Js Delta"): the usual <pre><code> is a block with its lines;
# <code> in a sentence is code in that sentence; paragraphs of a quotation stay apart; a table has its words at least.
# Seen: the block reads "<code>if rye:sow()</code>", in one line, and code in a sentence is plain. Two paragraphs, those
# of a quotation, and an item and what is below it are joined without a space. A table ends in an error.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" quill-delta-from-html@1.0.6 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { HtmlToDelta } from "quill-delta-from-html";

const pages = [
  "<pre><code>if rye:\n    sow()</code></pre>", "<p>Sow.</p><p>Call <code>sow</code> first.</p>",
  "<blockquote><p>One.</p><p>Two.</p></blockquote>", "<table><tr><td>rye</td></tr></table>", "<ol><li>rye<p>sown</p></li></ol>",
];
for (const page of pages) {
  let ops;
  try {
    ({ ops } = new HtmlToDelta().convert(page));
  } catch (error) {
    ops = error.message;
  }
  console.log(JSON.stringify([page, ops]));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["<pre><code>if rye:\n    sow()</code></pre>",[{"insert":"<code>if rye:sow()</code>"},{"insert":"\n","attributes":{"code-block":true}},{"insert":"\n"}]]
["<p>Sow.</p><p>Call <code>sow</code> first.</p>",[{"insert":"Sow.Call sow first.\n"}]]
["<blockquote><p>One.</p><p>Two.</p></blockquote>",[{"insert":"One.Two."},{"insert":"\n","attributes":{"blockquote":true}},{"insert":"\n"}]]
["<table><tr><td>rye</td></tr></table>","Cannot read properties of undefined (reading 'attributes')"]
["<ol><li>rye<p>sown</p></li></ol>",[{"insert":"ryesown"},{"insert":"\n","attributes":{"list":"ordered"}},{"insert":"\n"}]]
SEEN
echo "as described"
