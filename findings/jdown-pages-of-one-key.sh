#!/usr/bin/env bash
# jdown 1.0.5: of rye-loaf.md, rye_loaf.md and "rye loaf.md" one page is left.
#
# Expected: every file of a folder is in the result.
# Seen: names become keys in camel case, and the last page of a key overwrites the others without a word. A date loses
# its hyphens, so that it is a number that sorts before all other keys; a page and a folder of one name are mixed.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" jdown@1.0.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { mkdirSync, writeFileSync } from "node:fs";
import jdown from "jdown";

mkdirSync("content/rye", { recursive: true });
for (const name of ["rye-loaf", "rye_loaf", "rye loaf", "baking", "2024-03-20", "rye", "rye/oven"])
  writeFileSync(`content/${name}.md`, `Page ${name}`);
console.log(JSON.stringify(await jdown("content"), null, 1));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{
 "20240320": {
  "contents": "<p>Page 2024-03-20</p>\n"
 },
 "baking": {
  "contents": "<p>Page baking</p>\n"
 },
 "ryeLoaf": {
  "contents": "<p>Page rye_loaf</p>\n"
 },
 "rye": {
  "contents": "<p>Page rye</p>\n",
  "oven": {
   "contents": "<p>Page rye/oven</p>\n"
  }
 }
}
SEEN
echo "as described"
