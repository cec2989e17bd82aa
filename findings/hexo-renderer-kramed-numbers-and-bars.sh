#!/usr/bin/env bash
# hexo-renderer-kramed 0.1.4: a list that begins with 3 begins with 1, and a bar in a cell makes one of two.
#
# Expected (GitHub Flavored Markdown, 4.10, and CommonMark, 5.3): "3." begins a list with 3; "\|" is a bar within a cell; "[x]"
# before an item is a box. hexo-renderer-marked 7.0.1, of which this is a fork, does all of it.
# Seen: the numbers of lists are gone, so that "1986. A dry year" reads "1. A dry year"; the escaped bar ends the cell, leaves
# its backslash, and takes what follows out of the table; boxes are brackets.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-kramed@0.1.4 >/dev/null
cat >"$work/try.cjs" <<'JS'
const Hexo = require("hexo");

(async () => {
  const hexo = new Hexo(__dirname, { silent: true });
  require("node:fs").writeFileSync("package.json", JSON.stringify({ hexo: { version: "8.1.2" }, dependencies: { "hexo-renderer-kramed": "0.1.4" } }));
  await hexo.init();
  for (const text of ["3. Rye\n4. Oats", "1986. A dry year", "| rule | of |\n| --- | --- |\n| rye \\| oats | corn |", "- [x] sown"])
    console.log(JSON.stringify(text), "=>", (await hexo.render.render({ text, engine: "md" })).replaceAll("\n", ""));
  process.exit(0);
})();
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"3. Rye\n4. Oats" => <ol><li>Rye</li><li>Oats</li></ol>
"1986. A dry year" => <ol><li>A dry year</li></ol>
"| rule | of |\n| --- | --- |\n| rye \\| oats | corn |" => <div class="table-container"><table><thead><tr><th>rule</th><th>of</th></tr></thead><tbody><tr><td>rye \</td><td>oats</td><td>corn</td></tr></tbody></table></div>
"- [x] sown" => <ul><li>[x] sown</li></ul>
SEEN
echo "as described"
