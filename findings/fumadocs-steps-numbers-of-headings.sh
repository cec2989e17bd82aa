#!/usr/bin/env bash
# fumadocs-core 17.0.0: remarkSteps deletes a year or a chapter from a heading, and calls it a step.
#
# Expected: headings “1. …”, “2. …” in a row are the steps of a guide; one that begins with a year, or a single “7.
# …”, keeps its number, which cannot be told again from its place.
# Seen: any number with a full stop at the beginning of a heading is deleted: “1999. A good year” is “A good year”,
# and chapter 7 has no number and is set as a step.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --legacy-peer-deps --prefix "$work" fumadocs-core@17.0.0 react@19.3.1 react-dom@19.3.1 unified@11.0.5 remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { remarkSteps } from "fumadocs-core/mdx-plugins";
import { unified } from "unified";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import rehypeStringify from "rehype-stringify";

const page = unified().use(remarkParse).use(remarkSteps).use(remarkRehype).use(rehypeStringify);
for (const text of ["### 1. Trim\n\n### 2. Light", "## 1999. A good year\n\nOil was cheap.", "# 7. The quay\n\nIt rains."]) {
  console.log(JSON.stringify(String(await page.process(text))));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<div><div><h3>Trim</h3></div><div><h3>Light</h3></div></div>"
"<div><div><h2>A good year</h2><p>Oil was cheap.</p></div></div>"
"<div><div><h1>The quay</h1><p>It rains.</p></div></div>"
SEEN
echo "as described"
