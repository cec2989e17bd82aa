#!/usr/bin/env bash
# metalsmith-feed 1.0.0 with @metalsmith/permalinks 3.2.0: items have no link, and a post's guid is its title.
#
# Expected: an item leads to the post's page, which permalinks has moved to a folder of its own, and its guid is its address;
# the feed says under which address it is found, path of the site included.
# Seen: the plugin takes the address from "path", and permalinks 3 has it in "permalink": nothing is said, and a
# reader can open no post; a new title makes a new post. Without permalinks, too, there is no link. The feed's own address
# leaves out the path of the site.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" metalsmith@2.7.0 @metalsmith/markdown@1.10.0 \
  @metalsmith/permalinks@3.2.0 @metalsmith/collections@2.0.0 metalsmith-feed@1.0.0 >/dev/null
mkdir -p src/posts
printf -- '---\ntitle: Rye\ndate: 2024-01-02\n---\nSow it.\n' >src/posts/rye.md
cat >try.mjs <<'JS'
import collections from "@metalsmith/collections";
import markdown from "@metalsmith/markdown";
import permalinks from "@metalsmith/permalinks";
import Metalsmith from "metalsmith";
import feed from "metalsmith-feed";

for (const moved of [false, true]) {
  const site = Metalsmith(process.cwd())
    .metadata({ site: { title: "Grain", url: "https://rye.example/blog" } })
    .use(collections({ posts: { pattern: "posts/*.md" } }))
    .use(markdown());
  if (moved) site.use(permalinks());
  const files = await site.use(feed({ collection: "posts" })).process();
  console.log(Object.keys(files).join(", "));
  const lines = files["rss.xml"].contents.toString().match(/<atom:link .*?>|<item>.*?<\/item>/gs);
  console.log(lines.join("\n"));
}
JS
node try.mjs | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
posts/rye.html, rss.xml
<atom:link href="https://rye.example/rss.xml" rel="self" type="application/rss+xml"/>
<item><title><![CDATA[Rye]]></title><description><![CDATA[<p>Sow it.</p>
]]></description><guid isPermaLink="false">Rye</guid><pubDate>Tue, 02 Jan 2024 00:00:00 GMT</pubDate></item>
posts/rye/index.html, rss.xml
<atom:link href="https://rye.example/rss.xml" rel="self" type="application/rss+xml"/>
<item><title><![CDATA[Rye]]></title><description><![CDATA[<p>Sow it.</p>
]]></description><guid isPermaLink="false">Rye</guid><pubDate>Tue, 02 Jan 2024 00:00:00 GMT</pubDate></item>
SEEN
echo "as described"
