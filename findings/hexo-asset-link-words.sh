#!/usr/bin/env bash
# hexo-asset-link 2.3.1 with Hexo 8.1.2: in a post "rye.md", the words "rye/wheat" become an address, in code, too.
#
# Expected: a link to a file in the folder of the post, "rye/field.svg", gets the address that the file has on the site.
# What stands in the text or in code is what the author wrote.
# Seen: the name of the post with a slash after it is replaced wherever a space stands before it: in sentences, in
# commands, in code blocks. "oats.md" with the same lines keeps them.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 \
  hexo-asset-link@2.3.1 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
cat >_config.yml <<'YAML'
title: Mill
url: https://rye.example
theme: plain
syntax_highlighter: ""
permalink: :year/:title/
post_asset_folder: true
YAML
mkdir -p source/_posts/rye source/_posts/oats themes/plain/layout
echo '{{ page.content }}' >themes/plain/layout/post.njk
tee source/_posts/oats.md >source/_posts/rye.md <<'MD'
---
title: A post
date: 2024-01-01
---
Half a rye/wheat loaf, and ![field](rye/field.svg).

    mv rye/field.svg mill/
MD
node_modules/.bin/hexo generate --silent
for post in oats rye; do
  echo "$post:"
  grep . "public/2024/$post/index.html"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
oats:
<p>Half a rye&#x2F;wheat loaf, and <img src="/rye/field.svg" alt="field">.</p>
<pre><code>mv rye/field.svg mill/
</code></pre>
rye:
<p>Half a &#x2F;2024&#x2F;rye&#x2F;wheat loaf, and <img src="/2024/rye/field.svg" alt="field">.</p>
<pre><code>mv /2024/rye/field.svg mill/
</code></pre>
SEEN
echo "as described"
