#!/usr/bin/env bash
# editorjs-html 4.0.5: lists of tasks are numbered, numbering starts at 1, and angle brackets in code are tags.
#
# Expected: the list tool of Editor.js (2.0) has three styles, and the number at which an ordered list starts; its
# code tool gives plain text, which HTML shows when it is escaped; all are among the blocks that the package names.
# Seen: a list of the style "checklist" becomes <ol> without its ticks; "start" is not looked at; code stands in the
# page as it is, so that "List<String>" shows "List".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" editorjs-html@4.0.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import editorjsHtml from "editorjs-html";

const item = (content, meta = {}) => ({ content, meta, items: [] });
const blocks = [
  { type: "list", data: { style: "checklist", items: [item("Sow", { checked: true }), item("Reap", { checked: false })] } },
  { type: "list", data: { style: "ordered", meta: { start: 3 }, items: [item("Mill"), item("Bake")] } },
  { type: "code", data: { code: "List<String> loaves;" } },
];
const html = editorjsHtml().parse({ blocks });
console.log([html].flat().join("\n"));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<ol><li>Sow</li><li>Reap</li></ol><ol><li>Mill</li><li>Bake</li></ol><pre><code>List<String> loaves;</code></pre>
SEEN
echo "as described"
