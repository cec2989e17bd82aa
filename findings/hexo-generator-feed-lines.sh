#!/usr/bin/env bash
# hexo-generator-feed 3.0.0: the lines of code in a feed are one line.
#
# Expected: with "content: true", the feed has the HTML of the page, but for characters that XML 1.0 forbids; line ends
# and tabs are not among them (2.2).
# Seen: the filter for control characters takes line ends and tabs for such: of a <pre> all lines become one, and
# where paragraphs keep their lines, as in Markdown without "breaks", words join. The summary beside it keeps
# them.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-generator-feed@3.0.0 \
  hexo-renderer-markdown-it@7.1.1 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
cat >"$work/_config.yml" <<'YAML'
title: Rye
url: https://rye.example
syntax_highlighter: ""
markdown:
  render:
    breaks: false
feed:
  type: atom
  path: atom.xml
  content: true
YAML
mkdir -p "$work/source/_posts"
cat >"$work/source/_posts/rye.md" <<'MD'
---
title: Rye
date: 2024-01-02
---
Sow rye
and oats.

```
rye = 2
oats = 3
```
MD
cat >"$work/try.cjs" <<'JS'
const Hexo = require("hexo");

(async () => {
  const hexo = new Hexo(process.cwd(), { silent: true });
  await hexo.init();
  await hexo.load();
  let feed = "";
  for await (const part of hexo.route.get("atom.xml")) feed += part;
  console.log("page:", JSON.stringify(hexo.locals.get("posts").first().content));
  console.log("feed:", JSON.stringify(feed.match(/<content type="html"><!\[CDATA\[(.*?)\]\]>/s)[1]));
  process.exit(0);
})();
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
page: "<p>Sow rye\nand oats.</p>\n<pre><code>rye = 2\noats = 3\n</code></pre>\n"
feed: "<p>Sow ryeand oats.</p><pre><code>rye = 2oats = 3</code></pre>"
SEEN
echo "as described"
