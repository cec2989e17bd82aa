#!/usr/bin/env bash
# hexo-generator-search 2.4.3: comments are published in the index, and "indexing: false" is ignored for pages.
#
# Expected: the index of a search has what the pages show; a page with "indexing: false" is not in it, as the
# documentation says.
# Seen: in JSON the index has the source of each text, with the comments that the page's visitor does not see
# (hexo-generator-searchdb 1.5.0 has the text of the page). In XML such pages are listed, as the template asks the
# variable of the posts; lines are joined, so that "rye" and "and" become one word, and cannot be found.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 \
  hexo-generator-search@2.4.3 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
cat >_config.yml <<'YAML'
title: Rye
url: https://rye.example
marked:
  breaks: false
search:
  path: search.json
  field: all
YAML
mkdir -p source/_posts
cat >source/_posts/rye.md <<'MD'
---
title: Rye
date: 2024-01-01
---
Sow rye
and oats.

[//]: # (Ask Ann about the price.)
MD
cat >source/plans.md <<'MD'
---
title: Plans
indexing: false
---
Sell the mill.
MD
cat >try.cjs <<'JS'
const Hexo = require("hexo");

(async () => {
  const hexo = new Hexo(process.cwd(), { silent: true });
  await hexo.init();
  await hexo.load();
  const kind = hexo.config.search.path.split(".")[1];
  const { data } = await hexo.extend.generator.get(kind).call(hexo, hexo.locals.toObject());
  console.log(data.replace(/\s*\n\s*/g, "\n").trim());
  process.exit(0);
})();
JS
for kind in json xml; do sed -i "s/search\..*/search.$kind/" _config.yml; node try.cjs; done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[{"title":"Rye","url":"/2024/01/01/rye/","content":"Sow rye\nand oats.\n\n[//]: # (Ask Ann about the price.)\n"}]
<?xml version="1.0" encoding="utf-8"?>
<search>
<entry>
<title>Rye</title>
<link href="/2024/01/01/rye/"/>
<url>/2024/01/01/rye/</url>
<content type="html"><![CDATA[<p>Sow ryeand oats.</p>]]></content>
</entry>
<entry>
<title>Plans</title>
<link href="/plans.html"/>
<url>/plans.html</url>
<content type="html"><![CDATA[<p>Sell the mill.</p>]]></content>
</entry>
</search>
SEEN
echo "as described"
