#!/usr/bin/env bash
# sitemap-ts 1.10.1: below a path, robots.txt names a sitemap that is not there, and the page for "not found" is in it.
#
# Expected (sitemaps.org): robots.txt gives the sitemap's whole address: of a site at "/blog" that is "/blog/sitemap.xml",
# where the file lies when the folder is published. "lastmod" is when the page was last changed.
# Seen: "basePath" changes the pages' addresses alone; the sitemap is said to be at "/sitemap.xml". "404.html", which hosts
# show for addresses that do not exist, is listed, and every page was changed when the sitemap was made.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" sitemap-ts@1.10.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const fs = require("node:fs");
const { generateSitemap } = require("sitemap-ts");

fs.mkdirSync("dist");
for (const name of ["index", "rye", "404"]) {
  fs.writeFileSync(`dist/${name}.html`, "<p>Rye</p>");
  fs.utimesSync(`dist/${name}.html`, 0, 0);
}
generateSitemap({ hostname: "https://rye.example", basePath: "/blog", outDir: "dist" });
setTimeout(() => {
  const sitemap = fs.readFileSync("dist/sitemap.xml", "utf-8");
  for (const [, address, date] of sitemap.matchAll(/<loc>(.*?)<\/loc><lastmod>(\d+)/g)) console.log(address, date === "1970" ? "of 1970" : "of today");
  console.log(fs.readFileSync("dist/robots.txt", "utf-8").trim().split("\n").at(-1));
}, 2000);
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
https://rye.example/blog/404 of today
https://rye.example/blog/ of today
https://rye.example/blog/rye of today
Sitemap: https://rye.example/sitemap.xml
SEEN
echo "as described"
