#!/usr/bin/env bash
# VitePress 1.6.4, vitepress-plugin-llmstxt 0.5.2: a page that "srcExclude" leaves out is in lists, and is published.
#
# Expected: "srcExclude" names files that are no pages of the site: a list of posts (createContentLoader) does not lead
# to them, and a plugin that publishes the Markdown of the pages does not publish theirs.
# Seen: the list of posts has them, with a link to a page that is not there. The plugin writes the draft itself beside
# the site, and into llms-full.txt. A page without a heading of the first rank has a comment of its code for a title,
# with this plugin and with vitepress-plugin-llms 1.14.0, which leaves the draft out.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --legacy-peer-deps --prefix "$work" vitepress@1.6.4 \
  vue@3.5.45 vitepress-plugin-llmstxt@0.5.2 vitepress-plugin-llms@1.14.0 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, type: "module" }));
'
mkdir -p site/.vitepress site/posts site/drafts
cat >site/.vitepress/config.js <<'JS'
import llms from "vitepress-plugin-llms";
import llmstxt from "vitepress-plugin-llmstxt";

const address = "https://rye.example";
const plugins = { llmstxt: llmstxt({ hostname: address }), llms: llms({ domain: address }) };
export default { srcExclude: ["drafts/**"], vite: { plugins: [plugins[process.env.PLUGIN] ?? []] } };
JS
cat >site/posts.data.js <<'JS'
import { createContentLoader } from "vitepress";

export default createContentLoader("{posts,drafts}/*.md");
JS
cat >site/index.md <<'MD'
<script setup>
import { data } from "./posts.data.js"
</script>

# Home

<a v-for="post of data" :href="post.url">{{ post.url }}</a>
MD
printf '# Oats\n\nA secret draft.\n' >site/drafts/oats.md
printf 'Sow it:\n\n```sh\n# in May\nsow rye\n```\n' >site/posts/rye.md
for plugin in none llmstxt llms; do
  PLUGIN=$plugin node_modules/.bin/vitepress build site --outDir "$work/$plugin" >/dev/null 2>&1
  (
    cd "$plugin"
    echo "$plugin, list: $(grep -oE 'href="/(posts|drafts)/[^"]*' index.html | cut -c7- | paste -s -d ' ')"
    echo "  secret: $({ grep -rl "secret draft" . || true; } | sort | paste -s -d ' ')"
    if [ -e llms.txt ]; then echo "  titles: $(grep -oE '^- \[[^]]*\]' llms.txt | sort -u | paste -s -d ' ')"; fi
  )
done | sed 's/ $//' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
none, list: /drafts/oats.html /posts/rye.html
  secret:
llmstxt, list: /drafts/oats.html /posts/rye.html
  secret: ./drafts/oats.md ./llms-full.txt
  titles: - [Home] - [Oats] - [in May]
llms, list: /drafts/oats.html /posts/rye.html
  secret:
  titles: - [in May]
SEEN
echo "as described"
