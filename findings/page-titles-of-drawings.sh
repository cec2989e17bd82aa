#!/usr/bin/env bash
# @devmehq/open-graph-extractor 1.1.1, html-metadata-parser 2.0.4: a drawing's name is the title of a page without one.
#
# Expected (HTML, 4.2.2; SVG 2, 5.7): the title of a page is the <title> of HTML; that of a drawing describes the
# drawing.
# Seen: "Search" (an icon) is the title of the page, as its heading is not looked at. Of two tags the former has the
# last alone, of two pictures the latter; addresses of pictures stay relative.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @devmehq/open-graph-extractor@1.1.1 html-metadata-parser@2.0.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import http from "node:http";
import { extractOpenGraph } from "@devmehq/open-graph-extractor";
import metadata from "html-metadata-parser";

const page = `<!doctype html><html lang="en"><head><meta property="og:image" content="rye.png">
<meta property="og:image" content="oat.png">
<meta property="article:tag" content="rye"><meta property="article:tag" content="oat">
</head><body><svg><title>Search</title></svg><h1>Rye bread</h1></body></html>`;
const { ogTitle, articleTag, ogImage } = extractOpenGraph(page);
console.log("open-graph-extractor:", ogTitle, articleTag, JSON.stringify(ogImage.url ?? ogImage));
const server = http.createServer((request, response) => {
  response.setHeader("content-type", "text/html");
  response.end(page);
}).listen(0, "127.0.0.1", async () => {
  const parse = metadata.parse ?? metadata.default?.parse ?? metadata;
  const { meta, og } = await parse(`http://127.0.0.1:${server.address().port}/`);
  console.log("html-metadata-parser:", meta.title, og.image);
  server.close();
});
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
open-graph-extractor: Search oat "rye.png"
html-metadata-parser: Search oat.png
SEEN
echo "as described"
