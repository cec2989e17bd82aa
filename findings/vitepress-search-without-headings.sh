#!/usr/bin/env bash
# VitePress 1.6.4: the search does not know what stands before the first heading, nor a page that has no heading.
#
# Expected: the search of a site ("local") finds a page by the words that it shows, and by its title.
# Seen: a page is cut at its headings, and the part before the first is dropped: an introduction cannot be found, and of
# a page whose title is in the front matter, as in many blogs, nothing at all. Words on both sides of a <br> are one,
# and a quotation mark is found as the word "quot".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"type": "module"}' >package.json
npm install --no-audit --no-fund --loglevel=error vitepress@1.6.4 minisearch@7.2.0 >/dev/null
mkdir -p site/.vitepress
echo 'export default { title: "Digest", themeConfig: { search: { provider: "local" } } }' >site/.vitepress/config.mjs
printf 'Introduction on barley.\n\n# Mills\n\nGrinding<br>wheat is "easy".\n' >site/index.md
printf -- '---\ntitle: Rye\n---\n\nSown in October.\n' >site/rye.md
printf -- '# Oats\n\nSown in March.\n' >site/oats.md
npx vitepress build site >log 2>&1
cat >try.mjs <<'JS'
import { readdirSync, readFileSync } from "node:fs";
import MiniSearch from "minisearch";

const folder = "site/.vitepress/dist/assets/chunks/";
const name = readdirSync(folder).find((file) => file.includes("localSearchIndex"));
const source = readFileSync(folder + name, "utf-8");
const { default: index } = await import("data:text/javascript," + encodeURIComponent(source));
const search = MiniSearch.loadJSON(index, { fields: ["title", "titles", "text"], storeFields: ["title", "titles"] });
for (const word of ["mills", "barley", "wheat", "grindingwheat", "quot", "oats", "march", "rye", "october"])
  console.log(`${word}: ${search.search(word).map((found) => found.id).join(" ") || "not found"}`);
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
mills: /#mills
barley: not found
wheat: not found
grindingwheat: /#mills
quot: /#mills
oats: /oats.html#oats
march: /oats.html#oats
rye: not found
october: not found
SEEN
echo "as described"
