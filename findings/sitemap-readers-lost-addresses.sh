#!/usr/bin/env bash
# sitemap 9.0.1, sitemap-stream-parser 1.7.0, sitemap-urls 3.0.0, sitemapper 4.1.6: addresses of a sitemap are lost.
#
# Expected (sitemaps.org, XML 1.0, Namespaces in XML): a sitemap is XML: its elements may have a prefix, an address may
# stand in CDATA, between line ends, or have "&#246;" for "ö"; the list is the same.
# Seen: of a sitemap whose elements are written with a prefix the first three find no page at all. An address in CDATA
# is no address for sitemap-stream-parser; sitemap-urls keeps the line ends; sitemapper keeps "&#246;". The first has no
# <lastmod> for a year alone ("2024"), as W3C's note on dates allows.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
cd "$work"
trap 'kill %1 2>/dev/null || true; wait; rm -rf "$work"' EXIT
npm install --no-audit --no-fund --loglevel=error --prefix "$work" sitemap@9.0.1 sitemap-stream-parser@1.7.0 \
  sitemap-urls@3.0.0 sitemapper@4.1.6 >/dev/null
mkdir site
cat >site/plain.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://rye.example/mill</loc><lastmod>2024</lastmod></url>
<url><loc>
https://rye.example/lines
</loc></url>
<url><loc><![CDATA[https://rye.example/?a=1&b=2]]></loc></url>
<url><loc>https://rye.example/m&#246;we</loc></url>
</urlset>
XML
cat >site/prefix.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<sm:urlset xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9">
<sm:url><sm:loc>https://rye.example/mill</sm:loc></sm:url>
</sm:urlset>
XML
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
python3 -m http.server --directory site --bind 127.0.0.1 "$port" >/dev/null 2>&1 &
until curl --silent --output /dev/null "http://127.0.0.1:$port/"; do sleep 0.1; done
cat >try.mjs <<'JS'
import fs from "node:fs";
import { parseSitemap } from "sitemap";
import streamParser from "sitemap-stream-parser";
import sitemapUrls from "sitemap-urls";
import Sitemapper from "sitemapper";

function stream(address) {
  const found = [];
  return new Promise((resolve) => {
    streamParser.parseSitemaps(address, (url) => found.push(url), () => resolve(found));
  });
}

const lastmods = [];
for (const name of ["plain.xml", "prefix.xml"]) {
  const items = await parseSitemap(fs.createReadStream(`site/${name}`));
  lastmods.push(...items.map((item) => item.lastmod));
  const lists = {
    sitemap: items.map((item) => item.url),
    "stream-parser": await stream(process.argv[2] + name),
    "sitemap-urls": sitemapUrls.extractUrls(fs.readFileSync(`site/${name}`, "utf-8")),
    sitemapper: (await new Sitemapper({ timeout: 5000 }).fetch(process.argv[2] + name)).sites,
  };
  for (const [reader, urls] of Object.entries(lists)) {
    console.log(name, reader, JSON.stringify(urls.map((url) => url.replace("https://rye.example", ""))));
  }
}
console.log("lastmod of the first page, sitemap:", lastmods[0]);
JS
node try.mjs "http://127.0.0.1:$port/" 2>/dev/null | grep -E '^(plain|prefix|lastmod)' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
plain.xml sitemap ["/mill","/lines","/?a=1&b=2","/möwe"]
plain.xml stream-parser ["/mill","/lines","/möwe"]
plain.xml sitemap-urls ["/mill","\n/lines\n","/?a=1&b=2","/möwe"]
plain.xml sitemapper ["/mill","/lines","/?a=1&b=2","/m&#246;we"]
prefix.xml sitemap []
prefix.xml stream-parser []
prefix.xml sitemap-urls []
prefix.xml sitemapper ["/mill"]
lastmod of the first page, sitemap: undefined
SEEN
echo "as described"
