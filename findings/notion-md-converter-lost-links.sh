#!/usr/bin/env bash
# @notion-md-converter/core 0.6.3: links in a text lose their address, paragraphs join, and toggle headings are empty.
#
# Expected: a page of Notion as Markdown, as the API gives it: a rich text with "href" is a link, two blocks are two
# paragraphs, and what stands below a heading or in a file block is part of the page.
# Seen: words of a link are plain, unless they mention a page; two paragraphs are one, and one after a list is part of
# its last item; blocks below a toggle heading, files and PDFs are gone.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @notion-md-converter/core@0.6.3 @notionhq/client@2.3.0 markdown-it@14.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { NotionMarkdownConverter } from "@notion-md-converter/core";
import MarkdownIt from "markdown-it";

const plain = { bold: false, italic: false, strikethrough: false, underline: false, code: false, color: "default" };
const words = (text, href = null) => (
  { type: "text", text: { content: text, link: href && { url: href } }, annotations: plain, plain_text: text, href }
);
const block = (type, content, children = []) => (
  { object: "block", id: crypto.randomUUID(), type, has_children: children.length > 0, children, [type]: content }
);
const paragraph = (...texts) => block("paragraph", { rich_text: texts, color: "default" });
const page = [
  paragraph(words("Read "), words("the book", "https://rye.example/"), words(" first.")),
  paragraph(words("Then bake.")),
  block("numbered_list_item", { rich_text: [words("Mix.")], color: "default" }),
  paragraph(words("Wait a day.")),
  block("heading_2", { rich_text: [words("Notes")], is_toggleable: true }, [paragraph(words("Use rye."))]),
  block("file", { type: "external", external: { url: "https://rye.example/plan.txt" }, caption: [], name: "plan.txt" }),
  block("pdf", { type: "external", external: { url: "https://rye.example/book.pdf" }, caption: [] }),
];
const markdown = new NotionMarkdownConverter().execute(page);
console.log(markdown.trim());
console.log(new MarkdownIt().render(markdown).trim());
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Read the book first.
Then bake.
1. Mix.
Wait a day.

## Notes
<p>Read the book first.
Then bake.</p>
<ol>
<li>Mix.
Wait a day.</li>
</ol>
<h2>Notes</h2>
SEEN
echo "as described"
