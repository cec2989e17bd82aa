#!/usr/bin/env bash
# @langchain/textsplitters 1.0.2: an underlined heading ends the part before it, and code loses its indentation.
#
# Expected: MarkdownTextSplitter cuts "along Markdown-formatted headings", so that a heading goes with its text; CommonMark
# has two forms (4.2 and 4.3). Parts of a text hold its lines as they are.
# Seen: a heading underlined with "=" or "-" is text: the part on rye ends with the heading "Oats", and what is said of oats
# has none. Spaces at the beginning of a part are cut off, so that the rest of indented code is a paragraph and an item
# within an item becomes one of the list above it. With "## Oats" it is as expected.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --legacy-peer-deps --prefix "$work" \
  @langchain/textsplitters@1.0.2 @langchain/core@1.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { MarkdownTextSplitter } from "@langchain/textsplitters";

const splitter = new MarkdownTextSplitter({ chunkSize: 60, chunkOverlap: 0 });
for (const text of [
  "## Rye\n\nSow it in October, on poor soil.\n\n## Oats\n\nSow them in spring, on any soil.",
  "Rye\n===\n\nSow it in October, on poor soil.\n\nOats\n====\n\nSow them in spring, on any soil.",
  "Type:\n\n    def sow():\n        return rye\n\n    def reap():\n        return bread and beer",
  "- Sow rye in October, not in May.\n  - On poor soil or on sand.\n  - Not below trees.\n- Sow oats.",
]) console.log((await splitter.splitText(text)).map((part) => JSON.stringify(part)).join("\n  "));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"## Rye\n\nSow it in October, on poor soil."
  "## Oats\n\nSow them in spring, on any soil."
"Rye\n===\n\nSow it in October, on poor soil.\n\nOats\n===="
  "Sow them in spring, on any soil."
"Type:\n\n    def sow():\n        return rye"
  "def reap():\n        return bread and beer"
"- Sow rye in October, not in May."
  "- On poor soil or on sand.\n  - Not below trees."
  "- Sow oats."
SEEN
echo "as described"
