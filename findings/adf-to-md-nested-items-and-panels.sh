#!/usr/bin/env bash
# adf-to-md 1.2.1: the list below an item stands within its line, paragraphs join, and the text of panels is gone.
#
# Expected: what Markdown has (nested lists, two paragraphs of a quotation or an item, line breaks) is written so; a
# panel is dropped as a box, as the documentation says of "unsupported elements", not as words.
# Seen: "rye * salt" is one line; two paragraphs are one; a line break is a mere new line, which Markdown reads as a
# space; nothing of the panel's text is left; a bar in a cell makes one more cell.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" adf-to-md@1.2.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import adf from "adf-to-md";

const paragraph = (words) => ({ type: "paragraph", content: [{ type: "text", text: words }] });
const list = (type, ...items) => (
  { type, attrs: {}, content: items.map((content) => ({ type: "listItem", content })) }
);
const cells = (type, ...words) => (
  { type: "tableRow", content: words.map((word) => ({ type, content: [paragraph(word)] })) }
);
const text = (words) => ({ type: "text", text: words });
console.log = ((log) => (line) => String(line).startsWith("adding warning") || log(line))(console.log);
for (const block of [
  list("orderedList", [paragraph("rye"), list("bulletList", [paragraph("salt")])]),
  list("bulletList", [paragraph("oat"), paragraph("Soak it.")]),
  { type: "blockquote", content: [paragraph("Knead it."), paragraph("Let it rest.")] },
  { type: "paragraph", content: [text("rye"), { type: "hardBreak" }, text("bread")] },
  { type: "panel", attrs: { panelType: "warning" }, content: [paragraph("The oven is hot.")] },
  { type: "table", content: [cells("tableHeader", "a", "b"), cells("tableCell", "1 | 2", "3")] },
]) console.log(JSON.stringify(adf.convert({ type: "doc", version: 1, content: [block] }).result));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"  1. rye   * salt"
"  * oat Soak it."
"> Knead it.\n> Let it rest."
"rye\nbread"
""
"|a|b|\n|:-:|:-:|\n|1 | 2|3|\n"
SEEN
echo "as described"
