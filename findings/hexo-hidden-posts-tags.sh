#!/usr/bin/env bash
# hexo-hide-posts 0.4.3 with Hexo 8.1.2: the tag of a hidden post is in the sitemap and in the list of tags.
#
# Expected: a hidden post is known to those who have its address; its tags, if no other post has them, are on no list.
# Seen: the list of tags and the sitemap have the tag, and both link to a page that is not there. The plugin has a
# patch for it, which it applies to versions that begin with 7.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 \
  hexo-hide-posts@0.4.3 hexo-generator-tag@2.0.0 hexo-generator-sitemap@3.0.1 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
cat >_config.yml <<'YAML'
title: Rye
url: https://rye.example

sitemap:
  path: sitemap.xml
  tags: true
YAML
mkdir -p source/_posts
cat >source/_posts/rye.md <<'MD'
---
title: Rye
date: 2024-01-02
tags: [bread]
---
Sow it.
MD
cat >source/_posts/plans.md <<'MD'
---
title: Plans
date: 2024-01-03
tags: [merger]
hidden: true
---
Sell the mill.
MD
cat >try.cjs <<'JS'
const Hexo = require("hexo");

(async () => {
  const hexo = new Hexo(process.cwd(), { silent: true });
  await hexo.init();
  await hexo.load();
  let sitemap = "";
  for await (const part of hexo.route.get("sitemap.xml")) sitemap += part;
  const list = hexo.extend.helper.get("list_tags");
  const site = hexo.locals.toObject();
  const url_for = hexo.extend.helper.get("url_for").bind({ config: hexo.config });
  const context = { site, config: hexo.config, url_for };
  console.log("posts:", site.posts.map((post) => post.title).join());
  console.log("pages:", hexo.route.list().filter((path) => path.startsWith("tags/")).join());
  console.log("sitemap:", sitemap.match(/https.*\/tags\/\w+/g).join());
  console.log("list:", list.call(context).match(/href="[^"]*"/g).join());
  process.exit(0);
})();
JS
node try.cjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
posts: Rye
pages: tags/bread/index.html
sitemap: https://rye.example/tags/merger,https://rye.example/tags/bread
list: href="/tags/bread/",href="/tags/merger/"
SEEN
echo "as described"
