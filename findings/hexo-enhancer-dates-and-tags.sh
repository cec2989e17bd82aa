#!/usr/bin/env bash
# hexo-enhancer 1.0.10 with Hexo 8.1.2: the date in a post's header loses to that of its file, and a dryer is about rye.
#
# Expected: what is made from the name of a file fills in what the header does not say, as for the title; a keyword is
# found where it stands as a word.
# Seen: a date in the name wins over the one that the author wrote. "rye" of the site's keywords is a tag of posts on a
# "dryer". Two posts with one title get one "abbrlink", so that one page is left where addresses
# are made of it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    hexo@8.1.2 hexo-renderer-marked@7.0.1 hexo-renderer-ejs@2.0.0 hexo-generator-index@4.0.0 hexo-enhancer@1.0.10 >/dev/null
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
build("keywords: rye, C++\n", {
  "source/_posts/2019-05-01-first.md": post("First", "Sow.", "categories: [Own]\n"),
  "source/_posts/wash.md": post("Wash", "I bought a dryer."),
  "source/_posts/code.md": post("Oats", "I like C++."),
  "source/_posts/mill.md": post("Oats", "I like mills."),
  "themes/landscape/layout/index.ejs":
    "<% page.posts.each((p) => { %><%= [p.source, p.title, p.date.format('YYYY-MM-DD'), p.tags.map((t) => t.name), p.abbrlink].join(' ') %>\n<% }) %>",
});
console.log(readFileSync("public/index.html", "utf-8").trim().split("\n").sort().join("\n"));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
_posts/2019-05-01-first.md First 2019-05-01  19V1GAK
_posts/code.md Oats 2024-01-02 C++ MQKAGM
_posts/mill.md Oats 2024-01-02  MQKAGM
_posts/wash.md Wash 2024-01-02 rye 1WZ12JF
SEEN
echo "as described"
