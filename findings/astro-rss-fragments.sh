#!/usr/bin/env bash
# @astrojs/rss 4.0.19: a slash is added after the fragment or the query of a link.
#
# Expected: "trailingSlash", which is on by default, completes the path of a link: "posts/rye" becomes
# "posts/rye/"; "posts/#rye" leads to the element "rye" as before.
# Seen: unless the link is a whole address, the slash goes to its end, whatever is there: "posts/#rye/" names no element, and the
# parameter of "?post=rye/" has another value. The same addresses are the guids.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @astrojs/rss@4.0.19 >/dev/null
cat >"$work/try.mjs" <<'JS'
import rss from "@astrojs/rss";

const links = ["posts/rye", "posts/#rye", "/posts/?post=rye", "https://digest.example/posts/?post=rye#rye", "posts/rye.html"];
const pubDate = new Date("2024-01-02T10:00:00Z");
const items = links.map((link) => ({ title: link, link, pubDate }));
const feed = await rss({ title: "Digest", description: "Notes", site: "https://digest.example/", items });
const found = [...(await feed.text()).matchAll(/<item><title>(.*?)<\/title><link>(.*?)<\/link><guid.*?>(.*?)<\/guid>/g)];
for (const [, title, link, guid] of found) console.log(title, "->", link, guid === link ? "(guid too)" : guid);
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
posts/rye -> https://digest.example/posts/rye/ (guid too)
posts/#rye -> https://digest.example/posts/#rye/ (guid too)
/posts/?post=rye -> https://digest.example/posts/?post=rye/ (guid too)
https://digest.example/posts/?post=rye#rye -> https://digest.example/posts/?post=rye#rye (guid too)
posts/rye.html -> https://digest.example/posts/rye.html (guid too)
SEEN
echo "as described"
