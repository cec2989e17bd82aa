#!/usr/bin/env bash
# @tinacms/mdx 2.2.3: after an edit, two paragraphs of a quotation are one word at their seam, and lists count from 1.
#
# Expected: what TinaCMS reads from a page and writes back says the same, except for what its author changed: paragraphs of
# a quotation stay two, a list that begins at 3 does so, bold within italics stays what it was.
# Seen: "> One." and "> Two." come back as "> One.Two."; "3." is "1."; of italics with a bold word all is bold. The page is
# written whole, also where only its title was changed.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @tinacms/mdx@2.2.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { parseMDX, serializeMDX } from "@tinacms/mdx";

const field = { name: "body", type: "rich-text", templates: [] };
const same = (value) => value;
for (const text of ["> One.\n>\n> Two.\n", "- One.\n\n  Two.\n", "3. mill\n4. bake\n", "*sow **rye** early*\n", "***rye** early*\n", "Rye\\\nOats\n"])
  console.log(JSON.stringify(text), "->", JSON.stringify(serializeMDX(parseMDX(text, field, same), field, same)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"> One.\n>\n> Two.\n" -> "> One.Two.\n"
"- One.\n\n  Two.\n" -> "* One.\n\n  Two.\n"
"3. mill\n4. bake\n" -> "1. mill\n2. bake\n"
"*sow **rye** early*\n" -> "*sow **rye** early*\n"
"***rye** early*\n" -> "***rye early***\n"
"Rye\\\nOats\n" -> "Rye\\\nOats\n"
SEEN
echo "as described"
