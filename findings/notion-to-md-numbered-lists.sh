#!/usr/bin/env bash
# notion-to-md 3.1.9: numbered lists become bulleted, and code that shows a fence ends its block.
#
# Expected: blocks as Notion's interface lists them, given to blocksToMarkdown as its documentation shows, become
# "1." and "2."; the caption of code is kept, as that of a picture is.
# Seen: the number is taken from a key that Notion does not send and that only the library's own request adds:
# items are bullets; the fence is three backticks, whatever the code holds, and its caption is dropped.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" notion-to-md@3.1.9 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { NotionToMarkdown } from "notion-to-md";

const words = (content) => ({
  type: "text",
  text: { content, link: null },
  annotations: { bold: false, italic: false, strikethrough: false, underline: false, code: false, color: "default" },
  plain_text: content,
  href: null,
});
const block = (id, type, content, more = {}) => ({
  object: "block", id, has_children: false, type, [type]: { rich_text: [words(content)], ...more },
});
const library = new NotionToMarkdown({ notionClient: {} });
const show = async (blocks) =>
  console.log(JSON.stringify(library.toMarkdownString(await library.blocksToMarkdown(blocks)).parent));
await show([block("1", "numbered_list_item", "Mix"), block("2", "numbered_list_item", "Knead")]);
await show([block("1", "bulleted_list_item", "Mix"), block("2", "bulleted_list_item", "Knead")]);
await show([block("1", "code", "```\nrye\n```", { language: "markdown", caption: [words("A fence")] })]);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"- Mix\n- Knead\n"
"- Mix\n- Knead\n"
"\n```markdown\n```\nrye\n```\n```\n\n"
SEEN
echo "as described"
