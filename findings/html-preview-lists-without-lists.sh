#!/usr/bin/env bash
# html-preview 1.0.0: the beginning of a page loses the element that it is cut in: items stand in no list.
#
# Expected: HTML that is cut to a number of letters is HTML with fewer words: the tags around them stay, and are closed;
# items are children of a list (HTML, 4.4.8).
# Seen: if all of it is in one element, that element is left out, whether it is cut or not: a paragraph is loose text, a
# quotation is no quotation, and items are in no list. Where two elements stand side by side, both stay. Words of other
# scripts without spaces are not cut at all.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --ignore-scripts --prefix "$work" html-preview@1.0.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const preview = require("html-preview");

for (const [html, length] of [
  ["<p>Sow rye.</p><p>Reap it in July.</p>", 12],
  ["<p>Sow rye in October.</p>", 10],
  ["<blockquote>Sow rye.</blockquote>", 100],
  ["<ol><li>Sow rye.</li><li>Reap it.</li></ol>", 100],
  ["<p>ライ麦を十月に蒔く。七月に刈る。</p>", 6],
]) console.log(html, length, "=>", preview(html, length));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>Sow rye.</p><p>Reap it in July.</p> 12 => <p>Sow rye.</p><p>Reap</p>
<p>Sow rye in October.</p> 10 => Sow rye in
<blockquote>Sow rye.</blockquote> 100 => Sow rye.
<ol><li>Sow rye.</li><li>Reap it.</li></ol> 100 => <li>Sow rye.</li><li>Reap it.</li>
<p>ライ麦を十月に蒔く。七月に刈る。</p> 6 => ライ麦を十月に蒔く。七月に刈る。
SEEN
echo "as described"
