#!/usr/bin/env bash
# docusaurus-plugin-llms 0.6.1: llms.txt lists pages that are unlisted, and one that is not in the site.
#
# Expected: "unlisted: true" is for pages that only those know who have their address: Docusaurus leaves them out of
# menus, the search and the sitemap; "**/*.test.*" is among the files that its docs and blog leave out by default.
# Seen: unlisted pages and posts are in llms.txt with their addresses, and in llms-full.txt with their texts. Drafts are
# left out. A file named "oven.test.md" is linked as a page, though Docusaurus makes none of it. What the plugin does is
# shown without a build: its postBuild is called with the routes that one has.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --legacy-peer-deps --prefix "$work" \
  docusaurus-plugin-llms@0.6.1 >/dev/null
mkdir -p site/docs site/blog site/build
echo "# Rye" >site/docs/rye.md
printf -- '---\nunlisted: true\n---\n# Oats\n\nFor friends.\n' | tee site/docs/oats.md >site/blog/2024-01-02-oats.md
printf -- '---\ndraft: true\n---\n# Barley\n\nSecret.\n' >site/docs/barley.md
echo "# Oven" >site/docs/oven.test.md
cat >try.cjs <<'JS'
const fs = require("node:fs");
const plugin = require("docusaurus-plugin-llms").default;

const siteConfig = { title: "Mill", url: "https://rye.example", baseUrl: "/", presets: [], plugins: [] };
const context = { siteDir: `${__dirname}/site`, outDir: `${__dirname}/site/build`, siteConfig };
const routesPaths = ["/docs/rye", "/docs/oats", "/blog/2024/01/02/oats"];
plugin(context, { includeBlog: true }).postBuild({ outDir: context.outDir, routesPaths }).then(() => {
  console.log(fs.readFileSync("site/build/llms.txt", "utf-8").match(/^- .*/gm).join("\n"));
  console.log("texts:", fs.readFileSync("site/build/llms-full.txt", "utf-8").match(/friends|Secret/g).join(", "));
});
JS
node try.cjs 2>/dev/null | grep -E '^(-|texts)' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
- [Oats](https://rye.example/docs/oats): For friends.
- [Oven](https://rye.example/docs/oven.test): Oven
- [Rye](https://rye.example/docs/rye): Rye
- [Oats](https://rye.example/blog/2024/01/02/oats): For friends.
texts: friends, friends
SEEN
echo "as described"
