#!/usr/bin/env bash
# hexo-auto-category 0.2.2: categories that an author gave to a post are replaced by the names of its folders, in its file.
#
# Expected: its documentation says that with categories made from the folders the author need not set them any more; those
# that are set in a post stay, and so does its file.
# Seen: a build with the plugin's own settings writes the header of every post in a folder again: "Rye" is gone, the second
# line of categories, too, and a post whose list is empty, to be in none, gets the folders' names.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 \
  hexo-auto-category@0.2.2 >/dev/null
cat >"$work/try.cjs" <<'JS'
const fs = require("node:fs");
const Hexo = require("hexo");

fs.writeFileSync("package.json", JSON.stringify({ hexo: { version: "8.1.2" }, dependencies: { "hexo-renderer-marked": "7.0.1", "hexo-auto-category": "0.2.2" } }));
fs.writeFileSync("_config.yml", "url: https://rye.example\nauto_category:\n  enable: true\n");
fs.mkdirSync("source/_posts/2024/mill", { recursive: true });
const headers = { one: "categories: Rye", two: "categories:\n- [Food, Bread]\n- [Grain]", none: "categories: []" };
for (const [name, header] of Object.entries(headers)) fs.writeFileSync(`source/_posts/2024/mill/${name}.md`, `---\ntitle: Rye\n${header}\n---\nText\n`);
(async () => {
  const hexo = new Hexo(__dirname, { silent: true });
  await hexo.init();
  await hexo.load();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  for (const name of Object.keys(headers)) {
    const lines = fs.readFileSync(`source/_posts/2024/mill/${name}.md`, "utf-8").split("---\n")[1].split("\n");
    console.log(JSON.stringify(headers[name]), "=>", lines.filter((line) => !/^(title|date)/.test(line)).join("\n").trim().replace(/\n\s*/g, " "));
  }
  process.exit(0);
})();
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"categories: Rye" => categories: - '2024' - mill
"categories:\n- [Food, Bread]\n- [Grain]" => categories: - '2024' - mill
"categories: []" => categories: - '2024' - mill
SEEN
echo "as described"
