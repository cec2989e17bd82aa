#!/usr/bin/env bash
# hexo-include-markdown 1.0.2 with Hexo 8.1.2: in text that is included, "$$" becomes "$", and "$&" the tag itself.
#
# Expected: a post shows the included file as it is; the same text written in the post keeps its dollar signs.
# Seen: the text is used as a pattern for a replacement (ECMAScript, GetSubstitution): display math between "$$" is
# within single signs, the number of a shell's process is "$", and "$&" shows the tag that asked for the file. Its front
# matter is shown, too.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
printf 'title: Mill\nurl: https://rye.example\ntheme: plain\nsyntax_highlighter: ""\npermalink: :title/\n' >_config.yml
printf 'include_markdown:\n  dir: parts\n  verbose: false\n' >>_config.yml
mkdir -p source/_posts parts themes/plain/layout
echo '{{ page.content }}' >themes/plain/layout/post.njk
cat >parts/price.md <<'MD'
---
owner: mill
---
$$p = 3m$$

Write `echo $$` for the number of the shell, `s/rye/$&s/` for more.
MD
printf -- '---\ntitle: Written\ndate: 2024-01-01\n---\n' | cat - parts/price.md >source/_posts/written.md
sed -i '5,7d' source/_posts/written.md
node_modules/.bin/hexo generate --silent # the plugin reads db.json, which the first build writes
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo-include-markdown@1.0.2 >/dev/null
printf -- '---\ntitle: Included\ndate: 2024-01-01\n---\n<!-- md price.md -->\n' >source/_posts/included.md
node_modules/.bin/hexo generate --silent
for post in written included; do
  echo "$post:"
  grep . "public/$post/index.html"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
written:
<p>$$p &#x3D; 3m$$</p>
<p>Write <code>echo $$</code> for the number of the shell, <code>s/rye/$&amp;s/</code> for more.</p>
included:
<hr>
<h2 id="owner-mill"><a href="#owner-mill" class="headerlink" title="owner: mill"></a>owner: mill</h2><p>$p &#x3D; 3m$</p>
<p>Write <code>echo $</code> for the number of the shell, <code>s/rye/&lt;!-- md price.md --&gt;s/</code> for more.</p>
SEEN
echo "as described"
