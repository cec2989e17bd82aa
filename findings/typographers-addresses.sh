#!/usr/bin/env bash
# remark-smartypants 3.0.3, marked-smartypants 1.1.12: two hyphens in an address become a dash on the page.
#
# Expected: an address that stands in the text is shown as it is, so that it can be copied; markdown-it 15.0.3 leaves
# automatic links alone when it sets dashes and quotation marks.
# Seen: the link leads to "a--b", and its text reads "a—b" or "a–b"; three dots become an ellipsis. Astro has
# remark-smartypants on by default.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" markdown-it@15.0.3 marked@18.2.1 \
  marked-smartypants@1.1.12 remark@15.0.1 remark-gfm@4.0.1 remark-html@16.0.1 remark-smartypants@3.0.3 >/dev/null
cat >"$work/try.mjs" <<'JS'
import MarkdownIt from "markdown-it";
import { Marked } from "marked";
import { markedSmartypants } from "marked-smartypants";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import remarkHtml from "remark-html";
import remarkSmartypants from "remark-smartypants";

const markdownIt = new MarkdownIt({ linkify: true, typographer: true });
const marked = new Marked(markedSmartypants());
const unified = remark().use(remarkGfm).use(remarkSmartypants).use(remarkHtml);
for (const text of ["https://rye.example/a--b", "<https://rye.example/v1...v2>"]) {
  console.log("markdown-it:       ", markdownIt.render(text).trim());
  console.log("marked-smartypants:", marked.parse(text).trim());
  console.log("remark-smartypants:", String(await unified.process(text)).trim());
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
markdown-it:        <p><a href="https://rye.example/a--b">https://rye.example/a--b</a></p>
marked-smartypants: <p><a href="https://rye.example/a--b">https://rye.example/a&#8211;b</a></p>
remark-smartypants: <p><a href="https://rye.example/a--b">https://rye.example/a—b</a></p>
markdown-it:        <p><a href="https://rye.example/v1...v2">https://rye.example/v1...v2</a></p>
marked-smartypants: <p><a href="https://rye.example/v1...v2">https://rye.example/v1&#8230;v2</a></p>
remark-smartypants: <p><a href="https://rye.example/v1...v2">https://rye.example/v1…v2</a></p>
SEEN
echo "as described"
