#!/usr/bin/env bash
# rss-parser 3.13.0: words of XHTML content change places.
#
# Expected (RFC 4287, 4.1.3.3): the content of an entry in XHTML is what is in its <div>, in its order.
# Seen: the feed is read into objects that keep the text of an element apart from its children, and written
# as HTML again: all text of a paragraph comes first, then its bold words and links. The sentence reads
# differently. A title in XHTML is an object instead of a text.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" rss-parser@3.13.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import Parser from "rss-parser";

const div = '<div xmlns="http://www.w3.org/1999/xhtml">';
const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Digest</title>
<id>tag:digest.example,2023:f</id><updated>2023-03-29T10:00:00Z</updated>
<entry><id>tag:digest.example,2023:1</id><title type="xhtml">${div}On <em>bread</em></div></title>
<updated>2023-03-29T10:00:00Z</updated><content type="xhtml">${div}<p>Take <b>no</b> salt, but
<a href="/rye">rye</a> flour.</p></div></content></entry></feed>`;
const { items } = await new Parser().parseString(feed);
console.log(items[0].content);
console.log(items[0].contentSnippet.replace("\n", " "));
console.log("title:", typeof items[0].title);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<div type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Take  salt, but
 flour.<b>no</b><a href="/rye">rye</a></p></div></div>
Take  salt, but  flour.norye
title: object
SEEN
echo "as described"
