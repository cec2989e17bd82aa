#!/usr/bin/env bash
# metalsmith-sitemap 1.2.2: addresses of pages with spaces or other letters than ASCII are not encoded, and 404.html is listed.
# Expected (sitemaps.org): "all URLs (including the URL of your Sitemap) must be URL-escaped": "rye fair.html" is at
# "rye%20fair.html"; the page for what is not found is no page to be found.
# Seen: names of files stand in <loc> as they are, but for "&"; "404.html" is listed as any other.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" metalsmith@2.7.0 metalsmith-sitemap@1.2.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import Metalsmith from "metalsmith";
import sitemap from "metalsmith-sitemap";

mkdirSync("src");
for (const name of ["rye fair.html", "mühle.html", "rye&oats.html", "404.html"]) writeFileSync(`src/${name}`, "<p>Rye</p>");
await new Promise((done, fail) => Metalsmith(process.cwd()).use(sitemap({ hostname: "https://rye.example" })).build((error) => (error ? fail(error) : done())));
const addresses = [...readFileSync("build/sitemap.xml", "utf-8").matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
for (const address of addresses.sort()) console.log(address);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
https://rye.example/404.html
https://rye.example/mühle.html
https://rye.example/rye fair.html
https://rye.example/rye&amp;oats.html
SEEN
echo "as described"
