#!/usr/bin/env bash
# mdast-excerpt 0.0.10: of a text without spaces the excerpt is “…”, and code is not counted.
#
# Expected: an excerpt of 14 signs has about so many signs of the text, in Chinese too, where nothing but signs can be
# cut; code counts as the words that it shows.
# Seen: a Chinese paragraph gives no sign of its text. If code stands in the sentence, the excerpt is as much longer
# as the code is.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" mdast-excerpt@0.0.10 remark@13.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const load = (name) => require(name).default ?? require(name);

const remark = load("remark");
for (const text of ["The lamp burns all night.", "灯塔的灯整夜亮着，照着海面上的船。", "Run `trim --wick --all` all night long."]) {
  const excerpt = remark().stringify(load("mdast-excerpt")(remark().parse(text), { pruneLength: 14 }));
  console.log(JSON.stringify(excerpt.trim()), excerpt.trim().length);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"The lamp burns…" 15
"…" 1
"Run `trim --wick --all` all night…" 34
SEEN
echo "as described"
