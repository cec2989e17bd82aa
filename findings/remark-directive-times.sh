#!/usr/bin/env bash
# remark-directive 4.0.0: of "10:30" the minutes are gone, and a sentence has an empty <div> in it.
#
# Expected: a text directive is ":name"; a colon within a number is that of a time, a ratio or a verse. What no plugin
# handles shows as it was written.
# Seen: ":30" is a directive whose name is "30", and remark-rehype makes an empty <div> of it, as of every directive
# that nothing handles: "At 10:30 we sow" reads "At 10 we sow", parted in two lines, and of "12:30:45" the seconds are
# gone.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" unified@11.0.5 remark-parse@11.0.0 \
  remark-directive@4.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import rehypeStringify from "rehype-stringify";
import remarkDirective from "remark-directive";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const processor = unified().use(remarkParse).use(remarkDirective).use(remarkRehype).use(rehypeStringify);
for (const text of ["At 10:30 we sow.", "Rye and oats, 2:1.", "Mark 4:26", "12:30:45", "Rye: a grain"])
  console.log(String(await processor.process(text)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>At 10<div></div> we sow.</p>
<p>Rye and oats, 2<div></div>.</p>
<p>Mark 4<div></div></p>
<p>12:30<div></div></p>
<p>Rye: a grain</p>
SEEN
echo "as described"
