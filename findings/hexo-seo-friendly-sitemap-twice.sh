#!/usr/bin/env bash
# hexo-generator-seo-friendly-sitemap 0.2.1 with Hexo 8.1.2: the front page is in two of its sitemaps.
#
# Expected: a sitemap has each page once; three tags whose pages have one address are one entry; a page that header says
# to leave out ("sitemap: false") is out, in each of the files.
# Seen: the front page stands in the sitemap of posts and in that of pages, "C", "C++" and "C#" give the same address
# three times. What is left out is right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    hexo@8.1.2 hexo-renderer-marked@7.0.1 hexo-generator-seo-friendly-sitemap@0.2.1 hexo-generator-tag@2.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function build(settings, files) {
  const installed = JSON.parse(readFileSync("package.json", "utf-8"));
  write("package.json", JSON.stringify({ ...installed, hexo: { version: "8.1.2" } }));
  write("_config.yml", `title: Mill\nurl: https://mill.example\ntimezone: UTC\nmeta_generator: false\npermalink: :title/\n${settings}`);
  for (const [path, text] of Object.entries(files)) write(path, text);
  execFileSync("node_modules/.bin/hexo", ["generate", "--silent"], { stdio: ["ignore", "ignore", "inherit"] });
}

const post = (title, body, header = "") => `---\ntitle: "${title}"\ndate: 2024-01-02\n${header}---\n${body}\n`;
build("theme: false\n", {
  "source/_posts/rye.md": post("Rye", "x", "tags: [C, C++, 'C#']\n"),
  "source/_posts/hidden.md": post("Hidden", "x", "sitemap: false\n"),
  "source/about/index.md": post("About", "x"),
});
for (const name of ["post", "page", "tag"]) {
  const map = readFileSync(`public/${name}-sitemap.xml`, "utf-8");
  console.log(name, ...map.match(/(?<=<loc>).*?(?=<\/loc>)/g));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
post https://mill.example/ https://mill.example/rye/
page https://mill.example/ https://mill.example/about/
tag https://mill.example/tags/C/ https://mill.example/tags/C/ https://mill.example/tags/C/
SEEN
echo "as described"
