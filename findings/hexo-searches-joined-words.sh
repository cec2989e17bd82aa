#!/usr/bin/env bash
# hexo-generator-json-content 4.2.3, hexo-generator-searchdb 1.5.0: words on two lines are one word in the index.
#
# Expected: a line break parts words, as on the page, and a search finds them.
# Seen: both remove tags with stripHTML of hexo-util 4.0.0, which leaves nothing in the place of a <br>. Hexo writes
# one at the end of each line of a paragraph, and of code: "rye" and "and" become "ryeand", found by neither; in the
# first index the numbers of the lines are words too. Hexo's helper strip_html, with which themes make excerpts, does
# the same.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 \
  hexo-generator-json-content@4.2.3 hexo-generator-searchdb@1.5.0 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
cat >_config.yml <<'YAML'
title: Rye
url: https://rye.example

search:
  path: search.json
  format: striptags
YAML
mkdir -p source/_posts
cat >source/_posts/rye.md <<'MD'
---
title: Rye
date: 2024-01-02
---
Sow rye
and oats.

```
mill --start
mill --stop
```
MD
cat >try.cjs <<'JS'
const Hexo = require("hexo");

(async () => {
  const hexo = new Hexo(process.cwd(), { silent: true });
  await hexo.init();
  await hexo.load();
  for (const path of ["content.json", "search.json"]) {
    let index = "";
    for await (const part of hexo.route.get(path)) index += part;
    const { posts = JSON.parse(index) } = JSON.parse(index);
    console.log(path, JSON.stringify(posts[0].text ?? posts[0].content));
  }
  const strip = hexo.extend.helper.get("strip_html");
  console.log("strip_html", JSON.stringify(strip(hexo.locals.get("posts").first().content)));
  process.exit(0);
})();
JS
node try.cjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
content.json "Sow ryeand oats. 12mill --startmill --stop"
search.json "Sow ryeand oats.\nmill --startmill --stop\n"
strip_html "Sow ryeand oats.\n12mill --startmill --stop\n"
SEEN
echo "as described"
