#!/usr/bin/env bash
# remark-ins 1.2.4: of “C++, D or C++.” the signs are gone, and what stands between is an insertion.
#
# Expected: ++words++ is an insertion, with words right after the first signs and before the last, as markdown-it-ins
# reads it: a sign that follows a letter and precedes a comma opens nothing.
# Seen: two of them in a paragraph lose their four plus signs: the page speaks of C, and marks words as inserted by an
# editor.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" remark-ins@1.2.4 unified@11.0.5 remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { unified } from "unified";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import rehypeStringify from "rehype-stringify";
import remarkIns from "remark-ins";

const page = unified().use(remarkParse).use(remarkIns).use(remarkRehype).use(rehypeStringify);
for (const text of ["a ++new++ lamp", "C++ and D", "C++, Rust, or else C++.", "Use i++; then j++;", "grade A++, not B++"]) {
  console.log(String(page.processSync(text)));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>a <ins class="remark-ins">new</ins> lamp</p>
<p>C++ and D</p>
<p>C<ins class="remark-ins">, Rust, or else C</ins>.</p>
<p>Use i<ins class="remark-ins">; then j</ins>;</p>
<p>grade A<ins class="remark-ins">, not B</ins></p>
SEEN
echo "as described"
