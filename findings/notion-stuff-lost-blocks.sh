#!/usr/bin/env bash
# @notion-stuff/blocks-markdown-parser 6.0.0: tables, formulas and bookmarks of Notion are nothing, inner items are neighbours.
#
# Expected: blocks of a page, as Notion's interface lists them, become Markdown with all their words; a list below an item is
# indented, a fence is longer than any in the code (CommonMark 4.5 and 5.2), a space at the end of bold words stands outside.
# Seen: a bookmark's address, a formula and a table leave an empty line. "* x" and "* inner" are on one level. Code that
# shows a fence ends there; "**b **" is no bold. Plain words are not escaped.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" \
    @notion-stuff/blocks-markdown-parser@6.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import parser from "@notion-stuff/blocks-markdown-parser";

const { NotionBlocksMarkdownParser } = parser.NotionBlocksMarkdownParser ? parser : parser.default;
const plain = { bold: false, italic: false, strikethrough: false, underline: false, code: false, color: "default" };
const words = (content, format = {}) => ({
  type: "text", text: { content, link: null }, annotations: { ...plain, ...format }, plain_text: content, href: null,
});
const block = (type, value) => ({ object: "block", id: type, type, has_children: Boolean(value.children), [type]: value });
const item = (text, children) => block("bulleted_list_item", { rich_text: [words(text)], color: "default", children });
for (const one of [
  block("bookmark", { url: "https://rye.example/", caption: [] }),
  block("equation", { expression: "x^2" }),
  block("table", { has_column_header: true, children: [block("table_row", { cells: [[words("rye")], [words("500 g")]] })] }),
  item("rye", [item("sown in May")]),
  block("code", { rich_text: [words("```\nrye\n```")], language: "markdown", caption: [] }),
  block("paragraph", { rich_text: [words("rye ", { bold: true }), words("and 1 * 2 * 3")], color: "default" }),
]) console.log(one.type, JSON.stringify(NotionBlocksMarkdownParser.getInstance().parse([one]).trim()));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
bookmark ""
equation ""
table ""
bulleted_list_item "* rye\n* sown in May"
code "```markdown\n```\nrye\n```\n```"
paragraph "**rye **and 1 * 2 * 3"
SEEN
echo "as described"
