#!/usr/bin/env bash
# blocks-html-renderer 1.0.7 (Strapi's blocks): "<rye>" vanishes from a page, and a quotation mark ends a description.
#
# Expected: the text of a block is text: "<" is written "&lt;", as code that shows tags needs it.
# Seen: nothing is escaped, in code neither: browsers take words in angle brackets for tags, and the rest of a
# description for attributes. A line break of the editor is a new line of the source, which browsers show as a space.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" blocks-html-renderer@1.0.7 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { renderBlock } from "blocks-html-renderer";

const text = (words) => [{ type: "text", text: words }];
for (const block of [
  { type: "paragraph", children: text("Write <rye> here.\nThen knead.") },
  { type: "code", children: text("<b>rye</b>") },
  { type: "image", image: { url: "loaf.png", alternativeText: 'The "big" loaf', width: 1, height: 1 } },
]) console.log(renderBlock([block]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Write <rye> here.
Then knead.</p>
<pre><code><b>rye</b></code></pre>
<img src="loaf.png" alt="The "big" loaf" />
SEEN
echo "as described"
