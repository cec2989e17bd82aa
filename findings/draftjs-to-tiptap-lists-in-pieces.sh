#!/usr/bin/env bash
# @tiptap/draftjs-to-tiptap 0.1.1: a list within a list ends it, and numbers begin anew.
#
# Expected: Draft.js says by "depth" that an item belongs to the one before it; in Tiptap that is a list within the
# item. Lines of code that follow each other are one block, as Draft.js shows them.
# Seen: an item of another kind makes a list of its own behind an item without words, and the next number is 1 again.
# Each line of code is a block.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @tiptap/draftjs-to-tiptap@0.1.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { DraftConverter } from "@tiptap/draftjs-to-tiptap";

const block = (text, type, depth = 0) => ({ key: text, text, type, depth, inlineStyleRanges: [], entityRanges: [], data: {} });
const show = (node) => node.text ?? `${node.type}(${(node.content ?? []).map(show).join(", ")})`;
const { content } = new DraftConverter().convert({
  blocks: [
    block("trim", "ordered-list-item"),
    block("wick", "unordered-list-item", 1),
    block("light", "ordered-list-item"),
    block("if dark:", "code-block"),
    block("  light()", "code-block"),
  ],
  entityMap: {},
});
content.forEach((node) => console.log(show(node)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
orderedList(listItem(paragraph(trim)))
bulletList(listItem(bulletList(listItem(paragraph(wick)))))
orderedList(listItem(paragraph(light)))
codeBlock(if dark:)
codeBlock(  light())
SEEN
echo "as described"
