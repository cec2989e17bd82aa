#!/usr/bin/env bash
# hexo-obsidian-link-converter 0.1.5 with Hexo 8.1.2: below a path, links leave the site; those to headings find none.
#
# Expected ("Convert Obsidian-style bidirectional links into Hexo permanent links"): a link leads to where Hexo puts the
# page, below the site's path, and to the heading by the id that Hexo gives it; code stays as it is.
# Seen: the path of the site is left out, "#Sow it" becomes "#Sow%20it" where the heading has "Sow-it", and indented code
# that shows a link changes. A page called "C# notes" is never found.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    hexo@8.1.2 hexo-renderer-marked@7.0.1 hexo-renderer-ejs@2.0.0 hexo-obsidian-link-converter@0.1.5 >/dev/null
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
const cases = "[[Oats]] [[Oats#Sow it]] [[C# notes]]\n\n    [[Oats]]";
build("root: /blog/\nobsidian_link_converter: {enable: true}\n", {
  "source/_posts/rye.md": post("Rye", cases, "abbrlink: r1\n"),
  "source/_posts/oats.md": post("Oats", "# Sow it", "abbrlink: o1\n"),
  "source/_posts/cs.md": post("C# notes", "x", "abbrlink: c1\n"),
  "themes/landscape/layout/post.ejs": "<%- page.content %>",
});
console.log(readFileSync("public/rye/index.html", "utf-8").trim());
console.log(readFileSync("public/oats/index.html", "utf-8").match(/id="\S*"/)[0]);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p><a href="/posts/o1">Oats</a> <a href="/posts/o1#Sow%20it">Oats</a> [[C# notes]]</p>
<pre><code>[Oats](/posts/o1)
</code></pre>
id="Sow-it"
SEEN
echo "as described"
