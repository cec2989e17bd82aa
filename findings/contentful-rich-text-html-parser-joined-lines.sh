#!/usr/bin/env bash
# contentful-rich-text-html-parser 1.8.13: words before and after a line break join, and so do two blocks.
#
# Expected: a break becomes "\n", which Contentful's rich text has for it, and each <div> a paragraph.
# Seen: <br> leaves nothing: "Rye" and "bread" are "Ryebread". The text of a <div> stands in the document itself, which
# holds blocks only ("document" in Contentful's rich text types).
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @contentful/rich-text-plain-text-renderer@17.2.1 contentful-rich-text-html-parser@1.8.13 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import { documentToPlainTextString } from "@contentful/rich-text-plain-text-renderer";

const parser = createRequire(import.meta.url)("contentful-rich-text-html-parser");
for (const page of ["<p>Rye<br>bread</p>", "<div>Rye</div><div>Oat</div>", "<ul><li>rye</li><li>oat</li></ul>"]) {
  const rich = parser.htmlStringToDocument(page);
  const types = rich.content.map((node) => node.nodeType).join();
  console.log(page, "->", JSON.stringify(documentToPlainTextString(rich)), types);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Rye<br>bread</p> -> "Ryebread" paragraph
<div>Rye</div><div>Oat</div> -> "RyeOat" text,text
<ul><li>rye</li><li>oat</li></ul> -> "rye oat" unordered-list
SEEN
echo "as described"
