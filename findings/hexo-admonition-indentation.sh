#!/usr/bin/env bash
# hexo-admonition 1.1.2: lists and code within a note lose their indentation.
#
# Expected: the four spaces that put a line into the note are taken away, and no more, as Python-Markdown, whose form
# this is, does it.
# Seen: every line is stripped on both sides: an item within an item becomes its sibling, an indented code block a
# paragraph, and a line that ends with two spaces has no line break. So is an example of a note in a code block: it is
# made into a note.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" hexo@8.1.2 hexo-renderer-marked@7.0.1 \
  hexo-admonition@1.1.2 >/dev/null
node -e '
const fs = require("node:fs");
const settings = JSON.parse(fs.readFileSync("package.json", "utf-8"));
fs.writeFileSync("package.json", JSON.stringify({ ...settings, hexo: { version: "8.1.2" } }));
'
cat >_config.yml <<'YAML'
title: Rye
url: https://rye.example
syntax_highlighter: ""
marked:
  breaks: false
YAML
mkdir -p source/_posts
cat >source/_posts/rye.md <<'MD'
---
title: Rye
date: 2024-01-01
---
Sow it.

!!! note "Tools"
    - Plough
        - Share

    Then:

        mill --start

```
How to write one:

!!! note
    Water it.
```
MD
cat >try.cjs <<'JS'
const Hexo = require("hexo");

(async () => {
  const hexo = new Hexo(process.cwd(), { silent: true });
  await hexo.init();
  await hexo.load();
  console.log(hexo.locals.get("posts").first().content.trim());
  process.exit(0);
})();
JS
node try.cjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Sow it.</p>
<div class="admonition note"><p class="admonition-title">Tools
</p><ul>
<li>Plough</li>
<li>Share</li>
</ul>
<p>Then:</p>
<p>mill --start</p>
</div>

<pre><code>How to write one:

&lt;div class=&quot;admonition note&quot;&gt;&lt;p class=&quot;admonition-title&quot;&gt;note&lt;/p&gt;&lt;p&gt;Water it.&lt;/p&gt;
&lt;/div&gt;
</code></pre>
SEEN
echo "as described"
