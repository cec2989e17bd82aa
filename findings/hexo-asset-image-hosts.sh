#!/usr/bin/env bash
# hexo-asset-image 1.0.0 with Hexo 8.1.2: pictures are looked for in a folder called after the end of the host's name.
#
# Expected ("Just use ![logo](logo.jpg)"): a picture that lies beside its post leads to the post's folder; an address that
# begins with "/" stays.
# Seen: for posts whose address ends with "/", as Hexo has it by default, the last full stop of the address is that of the
# host: each picture is looked for below "/.example//", those with an absolute path as well, without their first folder.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    hexo@8.1.2 hexo-renderer-marked@7.0.1 hexo-renderer-ejs@2.0.0 hexo-asset-image@1.0.0 >/dev/null
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
build("post_asset_folder: true\n", {
  "source/_posts/rye.md": post("Rye", "![loaf](loaf.png) ![mill](/pictures/mill.png) ![far](https://far.example/far.png)"),
  "source/_posts/rye/loaf.png": "",
  "themes/landscape/layout/post.ejs": "<%- page.content %>",
});
console.log(readFileSync("public/rye/index.html", "utf-8").match(/src="[^"]*"/g).join("\n"));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
src="/.example//loaf.png"
src="/.example//mill.png"
src="https://far.example/far.png"
SEEN
echo "as described"
