#!/usr/bin/env bash
# remark-flexible-markers 1.3.6: of two comparisons in a sentence the signs are gone; so with remark-mark-highlight.
#
# Expected: ==words== is a mark for words; what opens it has no letter before it, what closes it none after it, so
# that “x==1 or y==2” stays as it is, and a mark around bold words keeps them bold.
# Seen: “if x==1 or y==2” reads “if x1 or y2”. The second package also cuts bold words at the end of a mark, so that
# stars are shown.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" remark-flexible-markers@1.3.6 remark-mark-highlight@0.1.1 unified@11.0.5 remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { unified } from "unified";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import rehypeStringify from "rehype-stringify";
import flexibleMarkers from "remark-flexible-markers";
import { remarkMark } from "remark-mark-highlight";

for (const plugin of [flexibleMarkers, remarkMark]) {
  const page = unified().use(remarkParse).use(plugin).use(remarkRehype).use(rehypeStringify);
  for (const text of ["a == b and c == d", "if x==1 or y==2", "see a.php?id==4 and b.php?id==5", "==old **lamps== here**"]) {
    console.log(String(page.processSync(text)));
  }
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>a == b and c == d</p>
<p>if x<mark class="flexible-marker flexible-marker-default">1 or y</mark>2</p>
<p>see a.php?id<mark class="flexible-marker flexible-marker-default">4 and b.php?id</mark>5</p>
<p>==old <strong>lamps== here</strong></p>
<p>a == b and c == d</p>
<p>if x<mark>1 or y</mark>2</p>
<p>see a.php?id<mark>4 and b.php?id</mark>5</p>
<p><mark>old **lamps</mark> here**</p>
SEEN
echo "as described"
