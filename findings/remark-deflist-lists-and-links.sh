#!/usr/bin/env bash
# remark-deflist 1.0.0: a list in a definition is one item, and a link whose address stands elsewhere is text.
#
# Expected: its documentation says that it differs from pandoc and PHP Markdown Extra in one thing, definitions of several
# paragraphs. These have lists in definitions, links by reference, and several terms for one definition.
# Seen: each definition is read by itself: "[grain][1]" finds no address and keeps its brackets. A list is one item, with no
# list around it, in which the mark of the second is text. Two terms and their definition are a paragraph.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" unified@11.0.5 remark-parse@11.0.0 \
  remark-rehype@11.1.2 rehype-stringify@10.0.1 remark-deflist@1.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import rehypeStringify from "rehype-stringify";
import remarkDeflist from "remark-deflist";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const processor = unified().use(remarkParse).use(remarkDeflist).use(remarkRehype).use(rehypeStringify);
for (const text of [
  "Rye\n:   A [grain][1].\n\n[1]: https://rye.example/",
  "Rye\n:   - bread\n    - beer",
  "Rye\nSecale\n:   A grain.",
]) console.log(JSON.stringify(text), "=>", String(await processor.process(text)).replaceAll("\n", ""));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Rye\n:   A [grain][1].\n\n[1]: https://rye.example/" => <dl><dt>Rye</dt><dd>A [grain][1].</dd></dl>
"Rye\n:   - bread\n    - beer" => <dl><dt>Rye</dt><dd><li>bread- beer</li></dd></dl>
"Rye\nSecale\n:   A grain." => <p>RyeSecale:   A grain.</p>
SEEN
echo "as described"
