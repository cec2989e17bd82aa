#!/usr/bin/env bash
# contentful-rich-text-to-markdown 0.1.5: a table becomes a comment, and bold beside bold italics shows stars.
#
# Expected: a table of Contentful's rich text has a form in Markdown, or in HTML within it, and its words stay at least; two
# formats side by side are two in Markdown.
# Seen: "<!-- Fallback: type=table -->", which no page shows. "**rye*****oats***" is no emphasis as it was; struck and raised
# words are plain; code is written as HTML whose "<" is not escaped, so that "<b>" in it is a tag.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" contentful-rich-text-to-markdown@0.1.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import convert from "contentful-rich-text-to-markdown";

const { documentToMarkdown } = convert.documentToMarkdown ? convert : await import("contentful-rich-text-to-markdown");
const node = (nodeType, ...content) => ({ nodeType, data: {}, content });
const text = (value, ...marks) => ({ nodeType: "text", value, marks: marks.map((type) => ({ type })), data: {} });
const cell = (words) => node("table-cell", node("paragraph", text(words)));
for (const block of [
  node("table", node("table-row", cell("rye"), cell("500 g"))),
  node("paragraph", text("rye", "bold"), text("oats", "bold", "italic")),
  node("paragraph", text("5", "strikethrough"), text(" 6")),
  node("paragraph", text("if a <b> c", "code")),
]) console.log(JSON.stringify(documentToMarkdown(node("document", block)).content));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"\n<!-- Fallback: type=table -->\n\n"
"\n**rye*****oats***\n\n"
"\n5 6\n\n"
"\n<code>if a <b> c</code>\n\n"
SEEN
echo "as described"
