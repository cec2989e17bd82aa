#!/usr/bin/env bash
# @marbec/web-auto-extractor 2.2.1: "Ann <b>Li</b>" is "AnnLi", and the date of a page is the word "yesterday".
#
# Expected (HTML, 5.2.4): the value of a property is the text of its element with its spaces; that of <time>, <data> and
# <meter> is their attribute, that of <object> an address, and addresses are whole.
# Seen: pieces of text are put together without the space between them; attributes are read in <a>, <img>, <link> and
# <meta> alone, so that a date is what the reader sees, and <meter> and <object> are empty. Addresses stay relative.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @marbec/web-auto-extractor@2.2.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import Extractor from "@marbec/web-auto-extractor";

const html = `<base href="https://rye.example/"><div itemscope itemtype="https://schema.org/Article">
<span itemprop="name">Ann <b>Li</b></span>
<time itemprop="datePublished" datetime="2024-01-02">yesterday</time>
<data itemprop="sku" value="1234">no. 12</data>
<meter itemprop="score" value="3"></meter>
<object itemprop="file" data="oats.pdf"></object>
<a itemprop="url" href="/oats">Oats</a></div>`;
const parsed = new (Extractor.default ?? Extractor)().parse(html).microdata.Article[0];
for (const name of ["name", "datePublished", "sku", "score", "file", "url"]) console.log(name, JSON.stringify(parsed[name]));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
name "AnnLi"
datePublished "yesterday"
sku "no. 12"
score ""
file ""
url "/oats"
SEEN
echo "as described"
