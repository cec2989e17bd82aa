#!/usr/bin/env bash
# hexo-permalink-pinyin 1.1.0 with Hexo 8.1.2: of two posts whose names sound alike, one is gone, without a word.
#
# Expected: two posts have two addresses, as their names differ; or the build says that one overwrites the other.
# Seen: tones and the vowel "ü" are dropped: "绿" (green), "路" (road) and "鹿" (deer) are all "lu", so that of three posts
# one page is left. Signs are dropped as well: "C#" and "C++" are "c".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    hexo@8.1.2 hexo-renderer-marked@7.0.1 hexo-renderer-ejs@2.0.0 hexo-permalink-pinyin@1.1.0 >/dev/null
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
build("permalink_pinyin: {enable: true}\n", {
  "source/_posts/绿.md": post("Green", "green"),
  "source/_posts/路.md": post("Road", "road"),
  "source/_posts/鹿.md": post("Deer", "deer"),
  "source/_posts/C#.md": post("C#", "sharp"),
  "source/_posts/C++.md": post("C++", "plus"),
  "themes/landscape/layout/post.ejs": "<%- page.content %>",
});
console.log(execFileSync("find", ["public", "-name", "*.html"], { encoding: "utf-8" }).trim().split("\n").sort().join("\n"));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
public/c/index.html
public/lu/index.html
SEEN
echo "as described"
