#!/usr/bin/env bash
# rehype-infer-title-meta 2.0.0, rehype-infer-description-meta 2.0.0, rehype-toc 3.0.2: a note of 2024 makes it 20241.
#
# Expected: the title, the description and the table of contents of a page have the words of its headings and
# paragraphs; the number of a note beside them is no word, as the list of notes at the end is no text of the page.
# Seen: with notes as remark-rehype 11.1.2 makes them, the title "Harvest of 2024" is "Harvest of 20241", as in the
# table of contents. A description has the numbers, cells with tabs between them, and the notes with their arrows.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" unified@11.0.5 remark-parse@11.0.0 remark-gfm@4.0.1 \
  remark-rehype@11.1.2 rehype-stringify@10.0.1 rehype-slug@6.0.0 rehype-infer-title-meta@2.0.0 \
  rehype-infer-description-meta@2.0.0 @jsdevtools/rehype-toc@3.0.2 >/dev/null
cat >try.mjs <<'JS'
import toc from "@jsdevtools/rehype-toc";
import inferDescription from "rehype-infer-description-meta";
import inferTitle from "rehype-infer-title-meta";
import rehypeSlug from "rehype-slug";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const page = `# Harvest of 2024[^mill]

Rye sold for 3.10[^mill] in May.

| month | price |
| ----- | ----- |
| June  | 3.20  |

[^mill]: At the mill.
`;
const file = await unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeSlug).use(inferTitle)
  .use(inferDescription).use(toc.default ?? toc).use(rehypeStringify).process(page);
console.log("title", JSON.stringify(file.data.meta.title));
console.log("description", JSON.stringify(file.data.meta.description));
console.log("contents", String(file).match(/<nav.*?<\/a>/)[0].replace(/<.*?>/g, ""));
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
title "Harvest of 20241"
description "Rye sold for 3.101 in May. month\tprice\nJune\t3.20\nFootnotes\n\nAt the mill. ↩ ↩2"
contents Harvest of 20241
SEEN
echo "as described"
