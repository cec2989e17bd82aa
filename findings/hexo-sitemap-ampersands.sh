#!/usr/bin/env bash
# hexo-generator-sitemap 3.0.1: an address with "&" makes the sitemap malformed, and days are those of UTC.
#
# Expected: an ampersand in an address is "&amp;" in XML, as hexo-generator-feed 3.0.0 writes it; the day of <lastmod>
# is that of the zone in the settings, or the time has an offset.
# Seen: the ampersand stands alone, so that no parser reads the sitemap, and none of the site's addresses is found
# there. Of a post of half past midnight in Berlin the day before is written.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 \
  hexo-generator-sitemap@3.0.1 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
cat >_config.yml <<'YAML'
title: Rye
url: https://rye.example

timezone: Europe/Berlin
YAML
mkdir -p source/_posts
cat >source/_posts/rye.md <<'MD'
---
title: Rye & oats
date: 2024-01-02 00:30:00
updated: 2024-01-02 00:30:00
permalink: rye&oats/
---
Sow it.
MD
cat >try.cjs <<'JS'
const fs = require("node:fs");
const Hexo = require("hexo");

(async () => {
  const hexo = new Hexo(process.cwd(), { silent: true });
  await hexo.init();
  await hexo.load();
  let sitemap = "";
  for await (const part of hexo.route.get("sitemap.xml")) sitemap += part;
  console.log(sitemap.match(/<loc>.*oats.*/)[0], sitemap.match(/<lastmod>2024.*/)[0]);
  fs.writeFileSync("sitemap.xml", sitemap);
  process.exit(0);
})();
JS
{
  node try.cjs
  (python3 -c "import xml.dom.minidom; xml.dom.minidom.parse('sitemap.xml')" 2>&1 || true) | tail -n 1
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<loc>https://rye.example/rye&oats/</loc> <lastmod>2024-01-01</lastmod>
xml.parsers.expat.ExpatError: not well-formed (invalid token): line 5, column 37
SEEN
echo "as described"
