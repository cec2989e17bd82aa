#!/usr/bin/env bash
# Hexo 8.1.2 with hexo-generator-category 2.0.0: the categories "C++" and "C" have one address, and one of the lists is lost.
#
# Expected: two categories have two lists, at two addresses, or the build says that their names give one.
# Seen: signs are left out of addresses, so that "C++", "C#" and "C" are all at "categories/C/". One list is written there,
# and nothing says which; posts of the others are in no list, though links lead from them to that page. "c" has an address
# of its own that differs in case, which is the same file on many disks.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 \
  hexo-generator-category@2.0.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const fs = require("node:fs");
const Hexo = require("hexo");

fs.writeFileSync("package.json", JSON.stringify({ hexo: { version: "8.1.2" }, dependencies: { "hexo-renderer-marked": "7.0.1", "hexo-generator-category": "2.0.0" } }));
fs.writeFileSync("_config.yml", "url: https://rye.example\n");
fs.mkdirSync("source/_posts", { recursive: true });
["C", "C++", "C#", "c"].forEach((name, number) =>
  fs.writeFileSync(`source/_posts/${number}.md`, `---\ntitle: On ${name}\ncategories: ["${name}"]\n---\nText\n`));
(async () => {
  const hexo = new Hexo(__dirname, { silent: true });
  await hexo.init();
  await hexo.load();
  for (const category of hexo.locals.get("categories").toArray().sort((a, b) => (a.name < b.name ? -1 : 1))) console.log(category.name, "=>", category.path);
  const lists = await hexo.extend.generator.get("category").call(hexo, hexo.locals.toObject());
  console.log(lists.length, "lists,", new Set(lists.map((list) => list.path)).size, "addresses");
  process.exit(0);
})();
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
C => categories/C/
C# => categories/C/
C++ => categories/C/
c => categories/c/
4 lists, 2 addresses
SEEN
echo "as described"
