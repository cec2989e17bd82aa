#!/usr/bin/env bash
# markdown-draft-js 2.4.0: a text with stars or a number becomes emphasis or a list once it is read again.
#
# Expected: what the author typed as plain words is escaped where Markdown would read it otherwise, as the underscores
# are; bold and slanted parts that overlap stay bold and slanted.
# Seen: “2*3*4” and “1999. A good year” are written as they are, and its own reader makes slanted words and a list of
# them. Of overlapping styles, underscores are shown in the text.
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

const paragraph = (text, inlineStyleRanges = []) => ({
  blocks: [{ key: "a", text, type: "unstyled", depth: 0, inlineStyleRanges, entityRanges: [], data: {} }],
  entityMap: {},
});
for (const raw of [
  paragraph("the _old_ lamp"),
  paragraph("2*3*4 lamps"),
  paragraph("1999. A good year"),
  paragraph("lamplight", [{ offset: 0, length: 6, style: "BOLD" }, { offset: 4, length: 5, style: "ITALIC" }]),
]) {
  const text = draftToMarkdown(raw);
  const [{ type, text: words, inlineStyleRanges }] = markdownToDraft(text).blocks;
  console.log(JSON.stringify(text), type, JSON.stringify(words), inlineStyleRanges.map(({ style }) => style).join());
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"the \\_old\\_ lamp" unstyled "the _old_ lamp" 
"2*3*4 lamps" unstyled "234 lamps" ITALIC
"1999. A good year" ordered-list-item "A good year" 
"**lamp_li_**_ght_" unstyled "lamp_li_ght" BOLD,ITALIC
SEEN
echo "as described"
