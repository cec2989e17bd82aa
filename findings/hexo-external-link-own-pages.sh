#!/usr/bin/env bash
# hexo-external-link 1.0.9 with Hexo 8.1.2: links to one's own pages lead over the page that warns of other sites, too.
#
# Expected: with one's own host as "domain", a link to it stays as it is, as the condition in the page's program says: a
# host that is another than "mill.example".
# Seen: the condition ends with "|| window.location.host", which holds on every website: each link with a whole address,
# own pages included, becomes "/go.html?u=…". Only pages opened from a disk are right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    hexo@8.1.2 hexo-renderer-marked@7.0.1 hexo-renderer-ejs@2.0.0 hexo-external-link@1.0.9 jsdom@25.0.1 jquery@3.7.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { JSDOM } from "jsdom";

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

build("hexo_external_link: {enable: true, enable_base64_encode: false, domain: mill.example, target_blank: true}\n", {
  "source/_posts/rye.md": post("Rye", "[far](https://far.example/) [own](https://mill.example/oats/) [path](/oats/)"),
  "themes/landscape/layout/post.ejs": "<html><body><%- page.content %></body></html>",
});
const jquery = readFileSync("node_modules/jquery/dist/jquery.js", "utf-8");
for (const url of ["https://mill.example/rye/", "file:///rye/index.html"]) {
  const { window } = new JSDOM(readFileSync("public/rye/index.html", "utf-8"), { url, runScripts: "outside-only" });
  window.eval(jquery);
  window.eval([...window.document.querySelectorAll("script:not([src])")].map((script) => script.textContent).join("\n"));
  for (const link of window.document.querySelectorAll("p a")) console.log(url, link.textContent, link.getAttribute("href"));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
https://mill.example/rye/ far /go.html?u=https://far.example/
https://mill.example/rye/ own /go.html?u=https://mill.example/oats/
https://mill.example/rye/ path /oats/
file:///rye/index.html far /go.html?u=https://far.example/
file:///rye/index.html own https://mill.example/oats/
file:///rye/index.html path /oats/
SEEN
echo "as described"
