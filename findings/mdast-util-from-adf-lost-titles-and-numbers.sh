#!/usr/bin/env bash
# mdast-util-from-adf 2.1.1: titles that fold a text are lost, lists begin at 1, and paragraphs of a cell join.
#
# Expected: an expand of Atlassian's format shows its title above what it folds; "order" is the first number of a
# list; two paragraphs of a cell have a space or a break between; what a panel warns of can be told from a note.
# Seen: the title is gone, the list is numbered from 1, and the paragraphs of a cell are one word, without an error.
# Panels are plain paragraphs, and a decision is a task that is done.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" mdast-util-from-adf@2.1.1 mdast-util-to-markdown@2.2.5 mdast-util-gfm@3.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { fromADF } from "mdast-util-from-adf";
import { toMarkdown } from "mdast-util-to-markdown";
import { gfmToMarkdown } from "mdast-util-gfm";

const text = (words) => ({ type: "text", text: words });
const paragraph = (words) => ({ type: "paragraph", content: [text(words)] });
const cell = (type, ...words) => ({ type: "tableRow", content: [{ type, attrs: {}, content: words.map(paragraph) }] });
for (const node of [
  { type: "expand", attrs: { title: "Only for brass lamps" }, content: [paragraph("Trim it.")] },
  { type: "orderedList", attrs: { order: 3 }, content: [{ type: "listItem", content: [paragraph("Light it.")] }] },
  { type: "table", content: [cell("tableHeader", "lamp"), cell("tableCell", "brass", "glass")] },
  { type: "panel", attrs: { panelType: "warning" }, content: [paragraph("It is hot.")] },
  { type: "decisionList", attrs: { localId: "1" }, content: [{ type: "decisionItem", attrs: { localId: "2", state: "DECIDED" }, content: [text("Use oil.")] }] },
]) {
  console.log(JSON.stringify(toMarkdown(fromADF({ version: 1, type: "doc", content: [node] }), { extensions: [gfmToMarkdown()] })));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Trim it.\n"
"1. Light it.\n"
"| lamp       |\n| ---------- |\n| brassglass |\n"
"It is hot.\n"
"* [x] Use oil.\n"
SEEN
echo "as described"
