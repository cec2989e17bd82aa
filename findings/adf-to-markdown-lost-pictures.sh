#!/usr/bin/env bash
# adf-to-markdown 1.0.1: pictures have no address, code ends early, dates are American, and numbers begin lists.
#
# Expected (Atlassian Document Format): an external picture has its "url"; a date is a moment; text is text. Markdown
# fences must be longer than those in the code, and "1." at the start of a paragraph needs a backslash.
# Seen: "![A loaf]()"; the code's own fence closes the block; 20 March is "3/20/2024", joined to what is before it; the
# space of a bold word stays within its asterisks, which are shown then; the paragraph "1. May was dry." becomes a
# list, "# 5 wins" a heading.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" adf-to-markdown@1.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { convertADFToMarkdown } from "adf-to-markdown";

const text = (words, ...marks) => ({ type: "text", text: words, marks: marks.map((type) => ({ type })) });
const paragraph = (...content) => ({ type: "paragraph", content });
const picture = "https://rye.example/loaf.png";
for (const block of [
  { type: "mediaSingle", content: [{ type: "media", attrs: { type: "external", url: picture, alt: "A loaf" } }] },
  { type: "codeBlock", attrs: {}, content: [text("a\n```\nb")] },
  paragraph(text("Baked on "), { type: "date", attrs: { timestamp: "1710892800000" } }, text(".")),
  paragraph(text("Very ", "strong"), text("good", "em")),
  paragraph(text("1. May was dry.")),
  paragraph(text("# 5 wins")),
]) console.log(JSON.stringify(convertADFToMarkdown({ type: "doc", version: 1, content: [block] })));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"![A loaf]()"
"```\na\n```\nb\n```"
"Baked on 3/20/2024."
"**Very ***good*"
"1. May was dry."
"# 5 wins"
SEEN
echo "as described"
