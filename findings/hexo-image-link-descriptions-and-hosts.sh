#!/usr/bin/env bash
# hexo-image-link 0.0.6: pictures of other sites are looked for on one's own, and <img> loses its description.
#
# Expected: the plugin turns "![Loaf](rye/loaf.png)" into Hexo's tag for a picture beside the post; what is in code, pictures
# of other hosts, and the words after a picture stay.
# Seen: of <img alt="Loaf" src="https://oats.example/loaf.png"> the address is "/2024/rye/", and no description is left. Words
# in brackets after a picture become a part of its name, a title too; an example in code is a tag, too.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" --ignore-scripts hexo-image-link@0.0.6 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";

let filter;
globalThis.hexo = { extend: { filter: { register: (_, run) => void (filter = run) } } };
console.debug = () => {};
createRequire(import.meta.url)("hexo-image-link");
for (const content of [
  "![Loaf](rye/loaf.png)",
  "![Loaf](rye/loaf.png) (see below)",
  '![Loaf](rye/loaf.png "Sour")',
  "`![Loaf](rye/loaf.png)`",
  '<img alt="Loaf" src="https://oats.example/loaf.png" width="5">',
]) console.log(content, "->", filter({ content, path: "2024/rye/", source_dir: "source" }).content);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
![Loaf](rye/loaf.png) -> {% asset_img "loaf.png" "Loaf" %}
![Loaf](rye/loaf.png) (see below) -> {% asset_img "loaf.png) (see below" "Loaf" %}
![Loaf](rye/loaf.png "Sour") -> {% asset_img "loaf.png "Sour"" "Loaf" %}
`![Loaf](rye/loaf.png)` -> `{% asset_img "loaf.png" "Loaf" %}`
<img alt="Loaf" src="https://oats.example/loaf.png" width="5"> -> <img src="/2024/rye/"  width="5">
SEEN
echo "as described"
