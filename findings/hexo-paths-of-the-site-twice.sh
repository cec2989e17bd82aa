#!/usr/bin/env bash
# hexo-generator-baidu-sitemap 0.1.9, hexo-featured-image 0.4.3 with Hexo 8.1.2: a site's path is twice in addresses.
#
# Expected (Hexo's documentation, "URL"): a site below a path has it in "url", "https://rye.example/blog", and "root" is
# that path, "/blog/": an address is the one or the other, with the path of the page.
# Seen: both plugins put one after the other: every page of the sitemap is at /blog/blog/, where there is none, and so are
# the pictures of posts. A page that is no post is not in the sitemap. hexo-generator-sitemap 3.0.1 has it right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 \
  hexo-generator-sitemap@3.0.1 hexo-generator-baidu-sitemap@0.1.9 hexo-featured-image@0.4.3 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
cat >_config.yml <<'YAML'
title: Mill
url: https://rye.example/blog
root: /blog/
theme: plain
permalink: :title/
sitemap:
  path: sitemap.xml
  tags: false
  categories: false
baidusitemap:
  path: baidusitemap.xml
YAML
mkdir -p source/_posts source/about themes/plain/layout
echo '{{ page.permalink }} {{ page.featured_image }}' | tee themes/plain/layout/post.njk >themes/plain/layout/page.njk
printf -- '---\ntitle: Rye\ndate: 2024-01-01\ncategories: [grain]\nfeatured_image: field.jpg\n---\nText.\n' \
  >source/_posts/rye.md
printf -- '---\ntitle: About\ndate: 2024-01-01\n---\nText.\n' >source/about/index.md
node_modules/.bin/hexo generate --silent
{
  echo "post: $(cat public/rye/index.html)"
  for map in sitemap baidusitemap; do
    echo "$map: $(grep -oE '<loc>[^<]*(rye|about)/[^<]*' "public/$map.xml" | cut -c6- | sort | paste -s -d ' ')"
  done
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
post: https://rye.example/blog/rye/ https://rye.example/blog/blog/images/field.jpg
sitemap: https://rye.example/blog/about/index.html https://rye.example/blog/rye/
baidusitemap: https://rye.example/blog/blog/rye/
SEEN
echo "as described"
