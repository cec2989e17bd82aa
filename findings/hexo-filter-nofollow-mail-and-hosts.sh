#!/usr/bin/env bash
# hexo-filter-nofollow 2.0.2 with Hexo 8.1.2: a mail address is an external link, and one that begins with "//" is none.
#
# Expected ("Add nofollow attribute to all external links"): links to other hosts get it, whichever way they are written;
# an address of a mail and a page of one's own do not.
# Seen: "//far.example/" is taken for the site's own, and a mail link, whose letters Hexo writes as references, for one to
# another site: it gets rel="external nofollow noreferrer". rel="me" is kept.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    hexo@8.1.2 hexo-renderer-marked@7.0.1 hexo-renderer-ejs@2.0.0 hexo-filter-nofollow@2.0.2 >/dev/null
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
const links = "[far](https://far.example/) [protocol](//far.example/) [own](https://mill.example/) [mail](mailto:ann@mill.example)";
build("", {
  "source/_posts/rye.md": post("Rye", `${links} <a rel="me" href="https://far.example/@ann">me</a>`),
  "themes/landscape/layout/post.ejs": "<%- page.content %>",
});
const html = readFileSync("public/rye/index.html", "utf-8").replaceAll(/&#x?\w+;/g, "");
for (const link of html.match(/<a .*?<\/a>/g)) console.log(link);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<a target="_blank" rel="noopener external nofollow noreferrer" href="https://far.example/">far</a>
<a target="_blank" rel="noopener" href="//far.example/">protocol</a>
<a href="https://mill.example/">own</a>
<a href="mailto:" rel="external nofollow noreferrer">mail</a>
<a rel="me noopener external nofollow noreferrer" target="_blank" href="https://far.example/@ann">me</a>
SEEN
echo "as described"
