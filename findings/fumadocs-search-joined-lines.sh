#!/usr/bin/env bash
# fumadocs-core 15.8.5: in the search, words on both sides of a line break join, and no code can be found.
#
# Expected: what a page shows can be searched: the lines of an address, the names in its examples, what a picture
# shows.
# Seen: a break made with two spaces leaves nothing: "Mill Lane 3" and "York" are "Mill Lane 3York", so that "York" is
# not found as a word. Blocks of code and descriptions of pictures are left out, while tags of HTML are searched as
# words.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" \
    fumadocs-core@15.8.5 react@19.2.0 react-dom@19.2.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { structure } from "fumadocs-core/mdx-plugins";

const page = [
  "# Rye", "Mill Lane 3  \nYork", "![A dark loaf](loaf.png)", "```js\nknead();\n```", "<b>Rye</b> &amp; salt",
].join("\n\n");
for (const { heading, content } of structure(page).contents) console.log(heading, JSON.stringify(content));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
rye "Mill Lane 3York"
rye "<b>Rye</b> & salt"
SEEN
echo "as described"
