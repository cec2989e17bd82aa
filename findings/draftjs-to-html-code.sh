#!/usr/bin/env bash
# draftjs-to-html 0.9.1: code is not in the HTML, and a list counts from 1 again after an item within it.
#
# Expected: every block type that Draft.js has itself, "code-block" among them, and nested lists of either kind;
# draft-js-export-html has both.
# Seen: lines of code are left out without a word; a bulleted item within a numbered list ends that list, so that
# its next item is number 1 again and the inner list stands beside it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" draftjs-to-html@0.9.1 \
  draft-js-export-html@1.4.1 draft-js@0.11.7 react@16.14.0 react-dom@16.14.0 immutable@3.7.6 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { convertFromRaw } = require("draft-js");
const { stateToHTML } = require("draft-js-export-html");
const draftToHtml = require("draftjs-to-html");

const block = (text, type, depth = 0) => ({
  key: text.trim(), text, type, depth, inlineStyleRanges: [], entityRanges: [], data: {},
});
const content = {
  entityMap: {},
  blocks: [
    block("Milling", "header-two"),
    block("rye = 2", "code-block"),
    block("Sow", "ordered-list-item"),
    block("by hand", "unordered-list-item", 1),
    block("Reap", "ordered-list-item"),
  ],
};
const line = (html) => html.replace(/\n\s*/g, "");
console.log("draftjs-to-html:", line(draftToHtml(content)));
console.log("draft-js-export-html:", line(stateToHTML(convertFromRaw(content))));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
draftjs-to-html: <h2>Milling</h2><ol><li>Sow</li></ol><ul><li>by hand</li></ul><ol><li>Reap</li></ol>
draft-js-export-html: <h2>Milling</h2><pre><code>rye = 2</code></pre><ol><li>Sow<ul><li>by hand</li></ul></li><li>Reap</li></ol>
SEEN
echo "as described"
