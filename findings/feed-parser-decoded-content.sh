#!/usr/bin/env bash
# @rowanmanning/feed-parser 2.1.5: a tag that a post speaks of becomes a tag, as content is decoded once too often.
#
# Expected: the content of an entry is HTML: "<p>Write &lt;b&gt;.</p>" shows the letters "<b>"; feedsmith gives it
# so, for RSS, for Atom's type "html" and for "xhtml". The address of an entry is that of a page, not of its JSON.
# Seen: the content is "<p>Write <b>.</p>" in all three, and quotation marks in an attribute end it; of two links
# that lead to the entry, the one that says rel="alternate" wins over the one that need not.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @rowanmanning/feed-parser@2.1.5 feedsmith@3.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { parseFeed } from "@rowanmanning/feed-parser";
import { parseAtomFeed, parseRssFeed } from "feedsmith";

const atom = (content) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><id>tag:digest.example,2024:f</id>
<updated>2024-01-01T00:00:00Z</updated><entry><title>Bold</title><id>tag:digest.example,2024:1</id>
<link href="https://digest.example/bold"/>
<link rel="alternate" type="application/json" href="https://digest.example/bold.json"/>
<updated>2024-01-01T00:00:00Z</updated>${content}</entry></feed>`;
const feeds = {
  html: atom('<content type="html">&lt;p&gt;Write &amp;lt;b&amp;gt;.&lt;/p&gt;</content>'),
  xhtml: atom('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Write &lt;b&gt;.</p><img src="b.png" alt="A &quot;b&quot;"/></div></content>'),
};
for (const [name, xml] of Object.entries(feeds)) {
  const [item] = parseFeed(xml).items;
  console.log(name, "feedsmith", parseAtomFeed(xml).entries[0].content.value);
  console.log(name, "feed-parser", item.content, item.url);
}
const rss = `<rss version="2.0"><channel><title>Notes</title><link>https://digest.example/</link><description>Bread</description>
<item><title>Bold</title><description>&lt;p&gt;Write &amp;lt;b&amp;gt;.&lt;/p&gt;</description></item></channel></rss>`;
console.log("rss feedsmith", parseRssFeed(rss).items[0].description);
console.log("rss feed-parser", parseFeed(rss).items[0].description);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
html feedsmith <p>Write &lt;b&gt;.</p>
html feed-parser <p>Write <b>.</p> https://digest.example/bold.json
xhtml feedsmith <p>Write &lt;b&gt;.</p><img src="b.png" alt="A &quot;b&quot;"/>
xhtml feed-parser <p>Write <b>.</p><img src="b.png" alt="A "b""></img> https://digest.example/bold.json
rss feedsmith <p>Write &lt;b&gt;.</p>
rss feed-parser <p>Write <b>.</p>
SEEN
echo "as described"
