#!/usr/bin/env bash
# @quasibit/eleventy-plugin-sitemap 2.2.0 with Eleventy 3.1.8: below a path, no address of the sitemap is there.
#
# Expected: a site at https://mill.example/blog, with that as "hostname" and "/blog/" as Eleventy's path prefix, lists its
# pages below that path.
# Seen: the path is dropped from all addresses, as if each began at the host.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @11ty/eleventy@3.1.8 @quasibit/eleventy-plugin-sitemap@2.2.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { mkdirSync } from "node:fs";
import Eleventy from "@11ty/eleventy";
import sitemap from "@quasibit/eleventy-plugin-sitemap";

const page = (header, body) => `---\ndate: 2024-01-02\n${header}\n---\n${body}`;
mkdirSync("src");
const site = new Eleventy("src", "out", {
  quietMode: true,
  pathPrefix: "/blog/",
  config(settings) {
    settings.addPlugin(sitemap, { sitemap: { hostname: "https://mill.example/blog" } });
    settings.addTemplate("rye.md", page("title: Rye", "Rye"));
    settings.addTemplate("oats.md", page("permalink: /grains/oats.html", "Oats"));
    settings.addTemplate("map.njk", page("permalink: /sitemap.xml\neleventyExcludeFromCollections: true", "{% sitemap collections.all %}"));
  },
});
const pages = await site.toJSON();
const map = pages.find(({ url }) => url === "/sitemap.xml").content;
console.log(map.match(/<loc>.*?<\/loc>/g).join("\n"));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<loc>https://mill.example/grains/oats.html</loc>
<loc>https://mill.example/rye/</loc>
SEEN
echo "as described"
