#!/usr/bin/env bash
# feed-read 0.0.1: words beside a CDATA section join it.
#
# Expected (XML 1.0, 2.7): the section is a part of the text around it, white space included: "A <b> tag".
# Seen: the spaces before and after the section are gone, in titles, in texts and in the name of the feed. A relative
# link stays relative, although the address of the feed is known.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" feed-read@0.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import feeds from "feed-read";

const feed = `<rss version="2.0"><channel><title>Rye &amp; <![CDATA[salt]]> bread</title>
<link>https://rye.example/</link>
<item><title>A <![CDATA[<b>]]> tag</title><link>/loaf</link><description>Mix <![CDATA[rye]]> and salt.</description>
<pubDate>Wed, 20 Mar 2024 09:00:00 GMT</pubDate></item></channel></rss>`;
feeds.rss(feed, "https://rye.example/feed.xml", (error, articles) => {
  if (error) throw error;
  for (const { title, content, link, feed: { name } } of articles)
    console.log(JSON.stringify({ name, title, content, link }));
});
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
{"name":"Rye &saltbread","title":"A<b>tag","content":"Mixryeand salt.","link":"/loaf"}
SEEN
echo "as described"
