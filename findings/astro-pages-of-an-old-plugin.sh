#!/usr/bin/env bash
# Astro 5.18.2: after a change of a Markdown plugin, pages keep what the old plugin made of them.
#
# Expected: a build makes the pages that its sources give: texts, layouts, and the site's own remark and rehype plugins,
# as it does after a change of the configuration, of a layout or of a text.
# Seen: posts of a collection are kept as HTML in node_modules/.astro, and made again only when the text or the
# configuration changes: a file that the configuration imports is neither. A new post is made by the new plugin, so
# that a site has pages of both. "astro build --force" brings all up to date. Services that build sites keep that
# folder between builds.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"type": "module"}' >package.json
npm install --no-audit --no-fund --loglevel=error astro@5.18.2 >/dev/null
export ASTRO_TELEMETRY_DISABLED=1
mkdir -p src/content/posts src/pages
cat >astro.config.mjs <<'JS'
import { defineConfig } from "astro/config";
import sign from "./sign.mjs";

export default defineConfig({ markdown: { remarkPlugins: [sign] } });
JS
cat >src/content.config.ts <<'JS'
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";

export const collections = { posts: defineCollection({ loader: glob({ pattern: "*.md", base: "src/content/posts" }) }) };
JS
cat >src/pages/index.astro <<'JS'
---
import { getCollection, render } from "astro:content";

const posts = await getCollection("posts");
const contents = await Promise.all(posts.map(async (post) => (await render(post)).Content));
---
{contents.map((Content) => <Content />)}
JS

sign_with() {
  cat >sign.mjs <<JS
const signature = { type: "paragraph", children: [{ type: "text", value: "Written by $1." }] };
export default () => (tree) => void tree.children.push(signature);
JS
}

build() {
  npx astro build "$@" >log 2>&1
  grep -oE '(Rye|Oats)|by [A-Z][a-z]+' dist/index.html | paste -s -d ' '
}

{
  echo "Rye." >src/content/posts/rye.md
  sign_with Ann
  echo "first: $(build)"
  sign_with Bob
  echo "Oats." >src/content/posts/oats.md
  echo "new plugin, new post: $(build)"
  echo "with --force: $(build --force)"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
first: Rye by Ann
new plugin, new post: Rye by Ann Oats by Bob
with --force: Oats by Bob Rye by Bob
SEEN
echo "as described"
