#!/usr/bin/env bash
# hexo-toc 1.1.0: the words of a link in a heading are gone from the page.
#
# Expected: a heading gets an anchor, and keeps its words.
# Seen: every link that stands in the heading itself is removed with its text, to drop the anchor of the renderer:
# "See the mill today" becomes "See  today". A link within emphasis stays.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 \
  hexo-toc@1.1.0 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
cat >_config.yml <<'YAML'
title: Rye
url: https://rye.example
YAML
mkdir -p source/_posts
cat >source/_posts/rye.md <<'MD'
---
title: Rye
date: 2024-01-01
---
## See [the mill](https://mill.example/) today

## See *[the field](https://field.example/)* today
MD
cat >try.cjs <<'JS'
const Hexo = require("hexo");

(async () => {
  const hexo = new Hexo(process.cwd(), { silent: true });
  await hexo.init();
  await hexo.load();
  const { content } = hexo.locals.get("posts").first();
  for (const [heading] of content.matchAll(/<h2.*?<\/h2>/g)) console.log(heading);
  process.exit(0);
})();
JS
node try.cjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<h2><span id="see-the-mill-today">See  today</span></h2>
<h2><span id="see-the-field-today">See <em><a href="https://field.example/">the field</a></em> today</span></h2>
SEEN
echo "as described"
