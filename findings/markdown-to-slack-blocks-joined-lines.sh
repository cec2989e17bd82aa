#!/usr/bin/env bash
# markdown-to-slack-blocks 1.5.0: two paragraphs of a quotation or an item are one word at their seam, and notes are gone.
#
# Expected: Markdown as blocks of Slack keeps words apart, and has them all; in the text of a section, "&", "<" and ">" are
# escaped (Slack, "Formatting text for app surfaces"), as "<b>" would be the address of a link.
# Seen: "One.Two." for two paragraphs in a quotation or an item, "redRye" at a hard break. The words of a footnote are nowhere.
# Signs are not escaped. Lists count from 1, and ticks of tasks go.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-to-slack-blocks@1.5.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { markdownToBlocks } from "markdown-to-slack-blocks";

const words = (block) =>
  Array.isArray(block.elements) ? block.elements.map(words).join("") : (block.text?.text ?? block.text ?? block.type);
for (const text of [
  "> One.\n>\n> Two.",
  "- One.\n\n  Two.",
  "Roses are red  \nRye is not",
  "Rye.[^1]\n\n[^1]: A grain.",
  "3 < 4 & \\<b> is bold",
  "- [x] mill\n- [ ] bake",
  "3. mill",
]) console.log(JSON.stringify(text), JSON.stringify(markdownToBlocks(text).map(words)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"> One.\n>\n> Two." ["One.Two."]
"- One.\n\n  Two." ["One.Two."]
"Roses are red  \nRye is not" ["Roses are redRye is not"]
"Rye.[^1]\n\n[^1]: A grain." ["Rye."]
"3 < 4 & \\<b> is bold" ["3 < 4 & <b> is bold"]
"- [x] mill\n- [ ] bake" ["millbake"]
"3. mill" ["mill"]
SEEN
echo "as described"
