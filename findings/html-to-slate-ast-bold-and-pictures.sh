#!/usr/bin/env bash
# @graphcms/html-to-slate-ast 0.14.2: words in <b> are plain in Hygraph, and a picture is a link with its file's name.
#
# Expected: <b> is bold as <strong> is, as <i> is in italics like <em>; a picture is one, with its description.
# Seen: <b> has no effect, nor have <q>, <del>, <sub> and <sup>. A picture becomes the words "loaf.png", a link to it,
# whose title is the description; a numbered list begins at 1.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @graphcms/html-to-slate-ast@0.14.2 slate@0.66.5 \
    slate-hyperscript@0.67.0 jsdom@24.1.3 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { htmlToSlateAST } = require("@graphcms/html-to-slate-ast");

(async () => {
  for (const html of [
    "<p>Rye is <b>old</b>, <strong>dark</strong>, <i>good</i>.</p>",
    '<p>Our <img src="loaf.png" alt="A round loaf"> of rye.</p>',
    '<ol start="3"><li>bake</li></ol>',
    "<p>She said <q>yes</q>: H<sub>2</sub>O, <del>not</del> salt.</p>",
  ]) {
    console.log(html);
    for (const node of await htmlToSlateAST(html)) console.log("   ", JSON.stringify(node));
  }
})();
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Rye is <b>old</b>, <strong>dark</strong>, <i>good</i>.</p>
    {"type":"paragraph","children":[{"text":"Rye is old, "},{"text":"dark","bold":true},{"text":", "},{"text":"good","italic":true},{"text":"."}]}
<p>Our <img src="loaf.png" alt="A round loaf"> of rye.</p>
    {"type":"paragraph","children":[{"text":"Our "},{"type":"link","href":"loaf.png","title":"A round loaf","openInNewTab":true,"children":[{"text":"loaf.png"}]},{"text":" of rye."}]}
<ol start="3"><li>bake</li></ol>
    {"type":"numbered-list","children":[{"type":"list-item","children":[{"type":"list-item-child","children":[{"text":"bake"}]}]}]}
<p>She said <q>yes</q>: H<sub>2</sub>O, <del>not</del> salt.</p>
    {"type":"paragraph","children":[{"text":"She said yes: H2O, not salt."}]}
SEEN
echo "as described"
