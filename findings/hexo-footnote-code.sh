#!/usr/bin/env bash
# hexo-footnote 1.0.4: code that has "[^0]" is changed, a quotation in a note breaks its link, and readers are told on.
#
# Expected: what looks like a footnote within code is code. A note may hold quotation marks, as the text of any
# attribute may, escaped. Pages load nothing that the author did not name.
# Seen: the pattern "[^0]" of a regular expression is replaced by a link to a note that does not exist. A note with a
# quotation mark shows its tag as text beside the number. Each post with a note, and so each feed, loads a style sheet
# from a server of others. hexo-reference 1.0.4 raises an error at the code.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 \
  hexo-footnote@1.0.4 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
cat >_config.yml <<'YAML'
title: Rye
url: https://rye.example
YAML
mkdir -p source/_posts
cat >source/_posts/rye.md <<'MD'
---
title: Rye
date: 2024-01-01
---
Sow it.[^1]

    grep '[^0]' rye

[^1]: The "old" kind.
MD
cat >try.cjs <<'JS'
const Hexo = require("hexo");

(async () => {
  const hexo = new Hexo(process.cwd(), { silent: true });
  await hexo.init();
  await hexo.load();
  const { content } = hexo.locals.get("posts").first();
  console.log(content.match(/<link.*?>/)[0]);
  console.log(content.match(/<p>Sow.*?<\/p>/s)[0]);
  console.log(content.match(/grep.*? rye/)[0]);
  process.exit(0);
})();
JS
node try.cjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<link rel="stylesheet" type="text/css" href="https://cdn.jsdelivr.net/hint.css/2.4.1/hint.min.css">
<p>Sow it.<sup id="fnref:1"><a href="#fn:1" rel="footnote">&lt;span class&#x3D;”hint–top hint–error hint–medium hint–rounded hint–bounce” aria-label&#x3D;”The “old” kind.<br>“&gt;1</span></a></sup></p>
grep &#39;&lt;sup id=&quot;fnref:0&quot;&gt;&lt;a href=&quot;#fn:0&quot; rel=&quot;footnote&quot;&gt;&lt;span class=&quot;hint--top hint--error hint--medium hint--rounded hint--bounce&quot; aria-label=&quot;&quot;&gt;0&lt;/span&gt;&lt;/a&gt;&lt;/sup&gt;&#39; rye
SEEN
echo "as described"
