#!/usr/bin/env bash
# rehype-figure 1.0.1: the words of a paragraph are gone if a picture stands among them.
#
# Expected: a picture that is alone in its paragraph becomes a figure with its description as the caption; one within a
# sentence stays there, as rehype-unwrap-images 1.0.0 and markdown-it-implicit-figures leave it.
# Seen: each paragraph that has a picture as its child becomes the figure, and what else is in it is dropped: text
# before and after, links, emphasis.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" rehype-figure@1.0.1 rehype-unwrap-images@1.0.0 \
  remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1 unified@11.0.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import figure from "rehype-figure";
import unwrap from "rehype-unwrap-images";
import stringify from "rehype-stringify";
import markdown from "remark-parse";
import toHtml from "remark-rehype";
import { unified } from "unified";

const texts = [
  "![A field](rye.png)",
  "The mark ![a sheaf](sheaf.png) stands for *ripe* rye, see [the key](key.html).",
  "![A field](rye.png)\nSown in autumn, it is cut in July.",
];
for (const text of texts)
  for (const [name, plugin] of Object.entries({ figure, unwrap }))
    console.log(`${name}: ${unified().use(markdown).use(toHtml).use(plugin).use(stringify).processSync(text)}`);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
figure: <figure class="rehype-figure"><img src="rye.png" alt="A field"><figcaption>A field</figcaption></figure>
unwrap: <img src="rye.png" alt="A field">
figure: <figure class="rehype-figure"><img src="sheaf.png" alt="a sheaf"><figcaption>a sheaf</figcaption></figure>
unwrap: <p>The mark <img src="sheaf.png" alt="a sheaf"> stands for <em>ripe</em> rye, see <a href="key.html">the key</a>.</p>
figure: <figure class="rehype-figure"><img src="rye.png" alt="A field"><figcaption>A field</figcaption></figure>
unwrap: <p><img src="rye.png" alt="A field">
Sown in autumn, it is cut in July.</p>
SEEN
echo "as described"
