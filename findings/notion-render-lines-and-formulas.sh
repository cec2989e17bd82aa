#!/usr/bin/env bash
# @notion-render/client 0.0.2: lines of a text of Notion become one, formulas are left out, and pictures have no alternative text.
# Expected: Notion's interface gives plain text, and a line end in it is one that its reader sees; a formula is its text, if no
# more; what stands under a picture describes it.
# Seen: line ends are kept as such, which a browser shows as spaces, in paragraphs and quotations; a block with a formula
# becomes nothing; the text under a picture is a <legend>, which belongs to forms, and the picture has no alt.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @notion-render/client@0.0.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { NotionRenderer } from "@notion-render/client";

console.warn = console.error = () => {};
const log = console.log;
console.log = () => {};
const annotations = { bold: false, italic: false, strikethrough: false, underline: false, code: false, color: "default" };
const words = (content) => [{ type: "text", text: { content, link: null }, plain_text: content, href: null, annotations }];
const block = (type, more) => ({ object: "block", id: type, type, has_children: false, [type]: { color: "default", ...more } });
for (const each of [block("paragraph", { rich_text: words("Sow rye.\nReap oats.") }), block("quote", { rich_text: words("Sow rye.\nReap oats.") }), block("equation", { expression: "a+b" }),
  block("image", { type: "external", external: { url: "https://rye.example/mill.png" }, caption: words("The mill") })])
  log(each.type, JSON.stringify((await new NotionRenderer().render(each)).replace(/ class="[^"]*"/g, "").replace(/(?<=>)\n\s*|\n\s*(?=<)/g, "").trim()));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
paragraph "<p>Sow rye.\nReap oats.</p>"
quote "<blockquote>Sow rye.\nReap oats.</blockquote>"
equation ""
image "<figure><img src=\"https://rye.example/mill.png\" /><legend>The mill</legend></figure>"
SEEN
echo "as described"
