#!/usr/bin/env bash
# htmldiff-js 1.0.5, node-htmldiff 0.9.4: a changed link is no change to one, changed lines of code none to the other.
#
# Expected: a page of changes shows where the old text and the new one differ.
# Seen: htmldiff-js shows the new address without a mark. node-htmldiff marks it, and shows neither the lost
# indentation of code nor that a word is no longer bold: on the page of changes it still is.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" htmldiff-js@1.0.5 node-htmldiff@0.9.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import htmldiff from "htmldiff-js";
import nodeHtmldiff from "node-htmldiff";

for (const [before, after] of [
  ['<p><a href="/rye">bread</a></p>', '<p><a href="/oat">bread</a></p>'],
  ["<pre>mix\n    knead</pre>", "<pre>mix\nknead</pre>"],
  ["<p>a <b>big</b> loaf</p>", "<p>a big loaf</p>"],
]) {
  console.log(JSON.stringify(before), JSON.stringify(after));
  console.log("  htmldiff-js:  ", JSON.stringify((htmldiff.default ?? htmldiff).execute(before, after)));
  console.log("  node-htmldiff:", JSON.stringify(nodeHtmldiff(before, after)));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<p><a href=\"/rye\">bread</a></p>" "<p><a href=\"/oat\">bread</a></p>"
  htmldiff-js:   "<p><a href=\"/oat\">bread</a></p>"
  node-htmldiff: "<p><del data-operation-index=\"1\"><a href=\"/rye\">bread</a></del><ins data-operation-index=\"1\"><a href=\"/oat\">bread</a></ins></p>"
"<pre>mix\n    knead</pre>" "<pre>mix\nknead</pre>"
  htmldiff-js:   "<pre>mix<del class=\"diffmod\">\n    </del><ins class=\"diffmod\">\n</ins>knead</pre>"
  node-htmldiff: "<pre>mix\nknead</pre>"
"<p>a <b>big</b> loaf</p>" "<p>a big loaf</p>"
  htmldiff-js:   "<p>a <ins class=\"mod\">big</ins> loaf</p>"
  node-htmldiff: "<p>a <b>big</b> loaf</p>"
SEEN
echo "as described"
