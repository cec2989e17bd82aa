#!/usr/bin/env bash
# hexo-renderer-multi-markdown-it 0.1.5: a heading with an id of its own has two, and the sign beside it leads nowhere.
#
# Expected (HTML, 13.1.2.3): "## Rye {#sowing}" has one id, "sowing", and the link beside the heading leads to it; of two
# attributes of one name a browser takes the first, and it is an error.
# Seen: the heading is written with id="sowing" and id="rye"; the link leads to "#rye", which browsers do not know. A second
# space stands between code and the emphasised word after it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" hexo@8.1.2 \
  hexo-renderer-multi-markdown-it@0.1.5 >/dev/null
cat >"$work/try.cjs" <<'JS'
const Hexo = require("hexo");

(async () => {
  const hexo = new Hexo(__dirname, { silent: true });
  require("node:fs").writeFileSync("package.json", JSON.stringify({ hexo: { version: "8.1.2" }, dependencies: { "hexo-renderer-multi-markdown-it": "0.1.5" } }));
  await hexo.init();
  for (const text of ["## Rye", "## Rye {#sowing}", "Type `sow` *now*."])
    console.log(text, "=>", (await hexo.render.render({ text, engine: "md" })).trim());
  process.exit(0);
})();
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
## Rye => <h2 id="rye"><a class="markdownIt-Anchor" href="#rye">#</a> Rye</h2>
## Rye {#sowing} => <h2 id="sowing" id="rye"><a class="markdownIt-Anchor" href="#rye">#</a> Rye</h2>
Type `sow` *now*. => <p>Type  <code>sow</code>  <em>now</em>.</p>
SEEN
echo "as described"
