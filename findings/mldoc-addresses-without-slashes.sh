#!/usr/bin/env bash
# mldoc 1.6.0 (Logseq's parser): "https://rye.example/" is written as "https:rye.example/", mail links lead nowhere.
#
# Expected: the HTML of a page has the addresses that its Markdown has; "&amp;" is a sign, "[m](mailto:...)" a mail
# link.
# Seen: the two slashes after the scheme are missing in links and pictures, so that on a page that was itself fetched
# with that scheme the address counts as a path of that site. Mail addresses and local paths become fragments of the
# page. References such as "&amp;" are escaped once more.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" mldoc@1.6.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import mldoc from "mldoc";

const settings = JSON.stringify({
  toc: false, heading_number: false, keep_line_break: false, format: "Markdown", heading_to_list: false,
  exporting_keep_properties: false, inline_type_with_pos: false, parse_outline_only: false,
  export_md_remove_options: [], hiccup_in_block: true,
});
const references = JSON.stringify({ embed_blocks: [], embed_pages: [], refs: [] });
for (const text of [
  "[rye](https://rye.example/a)",
  "![loaf](https://rye.example/loaf.png)",
  "[write](mailto:ann@rye.example)",
  "[mill](/places/mill)",
  "Bread &amp; salt",
]) {
  const page = mldoc.Mldoc.export("html", text, settings, references);
  console.log(text, "->", page.match(/<p>(.*)<\/p>/s)[1]);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[rye](https://rye.example/a) -> <a href="https:rye.example/a">rye</a>
![loaf](https://rye.example/loaf.png) -> <img src="https:rye.example/loaf.png" title="loaf" />
[write](mailto:ann@rye.example) -> <a href="#mailto-3a-ann-40-rye-2e-example">mailto:ann@rye.example</a>
[mill](/places/mill) -> <a href="#-2f-places-2f-mill">/places/mill</a>
Bread &amp; salt -> Bread &amp;amp; salt
SEEN
echo "as described"
