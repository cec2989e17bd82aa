#!/usr/bin/env bash
# velite 0.4.0: an excerpt has the marks of tables and notes, and a table of contents says "undefined".
#
# Expected: s.excerpt(), s.metadata() and s.toc() see the post that s.markdown() makes, with tables and notes as GitHub
# has them, which are on by default; a number of words is a whole number.
# Seen: tables and notes are only known to s.markdown(): the excerpt has their pipes and dashes, and the note as it is
# written. A space between two formats in a heading is "undefined" in the table of contents, whose links lead to ids that
# the page does not have. Japanese has 12.88 words.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" velite@0.4.0 >/dev/null
cat >velite.config.js <<'JS'
import { defineConfig, s } from "velite";

const schema = s.object({ excerpt: s.excerpt(), toc: s.toc(), metadata: s.metadata(), content: s.markdown() });
export default defineConfig({ root: "content", collections: { posts: { name: "Post", pattern: "*.md", schema } } });
JS
mkdir content
cat >content/1.md <<'MD'
Sow[^1] rye.

## The `price` *rises*

| grain | pence |
| ----- | ----- |
| rye   | 2     |

[^1]: In October.
MD
echo '日本語のテキストです。二番目の文です。ここに三つ目。' >content/2.md
node_modules/.bin/velite build --silent >/dev/null
cat >try.mjs <<'JS'
import { readFileSync } from "node:fs";

for (const { excerpt, toc, metadata, content } of JSON.parse(readFileSync(".velite/posts.json", "utf-8"))) {
  console.log(JSON.stringify(excerpt), metadata.wordCount, "words");
  for (const { title, url } of toc)
    console.log(`"${title}" leads to ${url}, which ${content.includes(`id="${url.slice(1)}"`) ? "is" : "is not"} on the page`);
  console.log(content.match(/<h2>.*?<\/h2>|<td>.*?<\/td>/g)?.join(" ") ?? "");
}
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Sow[^1] rye.\nThe price rises\n| grain | pence |\n| ----- | ----- |\n| rye   | 2     |\n[^1]: In October." 10 words
"The price undefinedrises" leads to #the-price-rises, which is not on the page
<h2>The <code>price</code> <em>rises</em></h2> <td>rye</td> <td>2</td>
"日本語のテキストです。二番目の文です。ここに三つ目。" 12.88 words

SEEN
echo "as described"
