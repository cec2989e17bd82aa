#!/usr/bin/env bash
# microdata-node 2.0.0: the edition "3.10" of a page's microdata is 3.1, and a <time> without an attribute has no value.
#
# Expected (HTML, 5.2.4): the value of a property is a text: that of <data> and <meter> is their attribute "value"; of <time>
# it is the attribute, or else the text of the element (4.5.14).
# Seen: what looks like a number is one: "3.10", "007" and "1e3" become 3.1, 7 and 1000, so that an ISBN or a postcode loses
# its zeros. In <meta> they stay. "<time>2024-01-02</time>" is empty.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" microdata-node@2.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import microdata from "microdata-node";

const value = (html) => microdata.toJson(`<div itemscope>${html}</div>`).items[0].properties.x[0];
for (const html of [
  '<data itemprop="x" value="3.10">third</data>',
  '<data itemprop="x" value="007">agent</data>',
  '<data itemprop="x" value="1e3">model</data>',
  '<meta itemprop="x" content="3.10">',
  '<time itemprop="x" datetime="2024-01-02">yesterday</time>',
  '<time itemprop="x">2024-01-02</time>',
]) console.log(html, JSON.stringify(value(html)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<data itemprop="x" value="3.10">third</data> 3.1
<data itemprop="x" value="007">agent</data> 7
<data itemprop="x" value="1e3">model</data> 1000
<meta itemprop="x" content="3.10"> "3.10"
<time itemprop="x" datetime="2024-01-02">yesterday</time> "2024-01-02"
<time itemprop="x">2024-01-02</time> ""
SEEN
echo "as described"
