#!/usr/bin/env bash
# eleventy-plugin-metagen 1.8.4: a description ends at its first quotation mark, and "<b>" in a title is a tag.
#
# Expected: the elements of <head> that the plugin writes have the texts that it is given: quotation marks in an attribute are
# "&quot;", "<" in a title is "&lt;" (HTML, 13.1.2.3 and 13.1.2.5).
# Seen: nothing is escaped: previews and search engines read 'On ' of 'On "rye"', for the title, the description, the author and
# what describes the picture, and the rest are attributes that no one knows.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    --legacy-peer-deps eleventy-plugin-metagen@1.8.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";

const plugin = createRequire(import.meta.url)("eleventy-plugin-metagen");
let metagen;
const config = new Proxy({}, {
  get: (_, name) => (name === "namespace" ? (_prefix, run) => run() : (_name, made) => { if (/Shortcode|Function/.test(name)) metagen = made; }),
});
plugin(config, {});
const head = await metagen({
  title: 'On "rye" & <b>', desc: 'On "rye"', url: "https://rye.example/", img: "https://rye.example/a.png", img_alt: 'A "loaf"', name: 'Ann "Rye" Li',
});
for (const line of head.split("\n")) if (/<title>|name="(description|author)"|image:alt"/.test(line)) console.log(line.trim());
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<title>On "rye" & <b></title>
<meta name="author" content="Ann "Rye" Li">
<meta name="description" content="On "rye"">
<meta property="og:image:alt" content="A "loaf"">
<meta name="twitter:image:alt" content="A "loaf"">
SEEN
echo "as described"
