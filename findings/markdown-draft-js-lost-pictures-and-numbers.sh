#!/usr/bin/env bash
# markdown-draft-js 2.4.0: pictures are lost, and a number after a list within a list becomes a bullet.
#
# Expected: a picture is an entity, or at least its description stays; the items of a numbered list are all of one
# kind, also after a list of bullets inside one of them.
# Seen: nothing remains of a picture, without an error. The item after the inner list is a bullet, and is written so
# when the text is made Markdown again.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-draft-js@2.4.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const { markdownToDraft, draftToMarkdown } = createRequire(import.meta.url)("markdown-draft-js");

for (const text of ["See ![an old lamp](lamp.png) here.", "1. trim\n   - wick\n2. light\n3. wait"]) {
  const raw = markdownToDraft(text);
  console.log(raw.blocks.map(({ type, depth, text: words }) => `${type} ${depth} ${words}`), raw.entityMap);
  console.log(draftToMarkdown(raw));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[ 'unstyled 0 See  here.' ] {}
See  here.
[
  'ordered-list-item 0 trim',
  'unordered-list-item 1 wick',
  'unordered-list-item 0 light',
  'unordered-list-item 0 wait'
] {}
1. trim
    - wick
- light
- wait
SEEN
echo "as described"
