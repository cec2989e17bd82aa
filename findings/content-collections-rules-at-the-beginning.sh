#!/usr/bin/env bash
# @content-collections/core 0.15.3: a text that begins with a rule has no words, but a property for each of its letters.
#
# Expected: a file without a header is a text, as the first of these is; "---" on the first line begins a header if another
# "---" ends it, and is a rule otherwise (CommonMark 0.31.2, 4.1), as vfile-matter 5.0.1 has it.
# Seen: all of the file is the header, which is read as YAML: a sentence is one string, the letters of which become the
# properties "0", "1" and so on, and the content is empty. The build says nothing. With a colon in the first line the words
# become a field.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" \
  @content-collections/core@0.15.3 @content-collections/cli@0.1.9 >/dev/null
cat >content-collections.ts <<'TS'
import { defineCollection, defineConfig } from "@content-collections/core";

const schema = { "~standard": { version: 1, vendor: "any", validate: (value) => ({ value }) } };
export default defineConfig({ content: [defineCollection({ name: "posts", directory: "posts", include: "*.md", schema })] });
TS
mkdir posts
printf 'Rye.\n\n---\n\nOats.\n' >posts/1.md
printf -- '---\n\nRye.\n' >posts/2.md
printf -- '---\n\nNote: sow it in October.\n' >posts/3.md
node_modules/.bin/content-collections build >/dev/null
cat >"$work/try.mjs" <<'JS'
import posts from "./.content-collections/generated/allPosts.js";

for (const { _meta, ...post } of posts) console.log(_meta.path, JSON.stringify(post));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
1 {"content":"Rye.\n\n---\n\nOats."}
2 {"0":"R","1":"y","2":"e","3":".","content":""}
3 {"Note":"sow it in October.","content":""}
SEEN
echo "as described"
