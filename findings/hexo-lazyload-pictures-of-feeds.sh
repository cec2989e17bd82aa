#!/usr/bin/env bash
# hexo-lazyload-image 1.1.3: every picture in the feed is a spinner.
#
# Expected: pictures that a script loads late are loaded at once where no script runs: in a feed, in a reader's view,
# in an archive. A <noscript> or the attribute loading="lazy" does that.
# Seen: with "onlypost: true" the address of each picture in a post moves to "data-original", and "src" is a spinner.
# The content of the feed is the same text, so that readers show spinners for ever. An address that comes in another
# attribute of the tag first, such as a file's name in "alt", is replaced there: the picture loads, and is described
# by the spinner.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 \
  hexo-generator-feed@3.0.0 hexo-lazyload-image@1.1.3 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
cat >_config.yml <<'YAML'
title: Rye
url: https://rye.example

feed:
  type: atom
  path: atom.xml
  content: true
lazyload:
  enable: true
  onlypost: true
  loadingImg: /spinner.svg
YAML
mkdir -p source/_posts
cat >source/_posts/rye.md <<'MD'
---
title: Rye
date: 2024-01-02
---
![A field](/rye.png)

<img alt="rye.png" src="rye.png">
MD
cat >try.cjs <<'JS'
const Hexo = require("hexo");

(async () => {
  const hexo = new Hexo(process.cwd(), { silent: true });
  await hexo.init();
  await hexo.load();
  let feed = "";
  for await (const part of hexo.route.get("atom.xml")) feed += part;
  for (const [tag] of feed.match(/<content.*?<\/content>/s)[0].matchAll(/<img.*?>/g)) console.log(tag);
  process.exit(0);
})();
JS
node try.cjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<img src="/spinner.svg" data-original="/rye.png" alt="A field">
<img alt="/spinner.svg" data-original="rye.png" src="rye.png">
SEEN
echo "as described"
