#!/usr/bin/env bash
# Hexo 8.1.2: a post shows the old text of a file that it includes, and old titles of posts that it links to.
#
# Expected: "hexo generate" makes a post again when a file that it includes has changed, or the title of a post that
# it names; themes' templates and data in them are up to date, so that the site looks built.
# Seen: the HTML of a post is kept in db.json until its own source changes. What its tags made of other files stays as
# it was: code by include_code, the title by post_link, also after the post was deleted, when a clean build stops with
# an error. So it goes in "hexo server". "hexo clean" helps.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
printf 'title: Mill\nurl: https://rye.example\ntheme: plain\nsyntax_highlighter: ""\npermalink: :title/\n' >_config.yml
mkdir -p source/_posts source/_data source/downloads/code themes/plain/layout
echo '{{ site.data.prices.rye }} {{ page.prev.title }} {{ page.content }}' >themes/plain/layout/post.njk
echo 'rye: "3.10"' >source/_data/prices.yml
echo 'sow(1)' >source/downloads/code/sow.js
printf -- '---\ntitle: Rye\ndate: 2024-01-01\n---\nText.\n' >source/_posts/rye.md
cat >source/_posts/oats.md <<'MD'
---
title: Oats
date: 2024-01-02
---
{% include_code sow.js %}

{% post_link rye %}
MD
show() {
  node_modules/.bin/hexo generate --silent
  echo "$1: $(sed 's/<[^>]*>/ /g' public/oats/index.html | tr -s ' \n' ' ')"
}
{
  show "first"
  sleep 1
  sed -i 's/1/2/' source/downloads/code/sow.js
  sed -i 's/Rye/Winter rye/' source/_posts/rye.md
  sed -i 's/3.10/3.20/' source/_data/prices.yml
  show "after the change"
  node_modules/.bin/hexo clean --silent
  show "after clean"
} | sed 's/ $//' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
first: 3.10 sow(1) Rye
after the change: 3.20 sow(1) Rye
after clean: 3.20 sow(2) Winter rye
SEEN
echo "as described"
