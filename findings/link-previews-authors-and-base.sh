#!/usr/bin/env bash
# open-graph-scraper 6.12.0, link-preview-js 4.0.4: of several authors and tags one is left, and pictures do not load.
#
# Expected (The Open Graph protocol, "Arrays"): a property with several values stands in several <meta> elements, as
# article:author and article:tag may. Relative addresses begin at <base href> (HTML, 4.2.3).
# Seen: open-graph-scraper has the last author and the last tag alone, and leaves addresses of pictures relative.
# link-preview-js resolves them against the page, and <base> is not read: the picture is not there.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" \
  open-graph-scraper@6.12.0 link-preview-js@4.0.4 >/dev/null
cat >"$work/page.html" <<'HTML'
<!DOCTYPE html><html><head><base href="/files/"><title>Rye</title>
<meta property="og:title" content="Rye"><meta property="og:image" content="field.png">
<meta property="article:author" content="https://ann.example"><meta property="article:author" content="https://bob.example">
<meta property="article:tag" content="bread"><meta property="article:tag" content="fields"><meta property="article:tag" content="rye">
</head><body></body></html>
HTML
cat >"$work/try.cjs" <<'JS'
const { readFileSync } = require("node:fs");
const { getPreviewFromContent } = require("link-preview-js");
const scrape = require("open-graph-scraper");

const data = readFileSync("page.html", "utf-8");
const url = "https://digest.example/posts/rye/";
(async () => {
  const { result } = await (scrape.default ?? scrape)({ html: data });
  console.log(`open-graph-scraper: ${result.articleAuthor}; ${result.articleTag}; ${result.ogImage.map((image) => image.url)}`);
  const preview = await getPreviewFromContent({ headers: { "content-type": "text/html" }, data, url });
  console.log(`link-preview-js: ${preview.images}`);
  console.log(`in a browser: ${new URL("field.png", new URL("/files/", url))}`);
})();
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
open-graph-scraper: https://bob.example; rye; field.png
link-preview-js: https://digest.example/posts/rye/field.png
in a browser: https://digest.example/files/field.png
SEEN
echo "as described"
