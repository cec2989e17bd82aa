#!/usr/bin/env bash
# @extractus/feed-extractor 8.0.3: titles and ids that look like numbers become other texts.
#
# Expected: an element of a feed is text; a post named "3.10" or "007" keeps its name, and guids tell "1.0" from
# "1". rss-parser, which reads the same feed beside it, does so.
# Seen: what looks like a number is read as one, in titles, descriptions and ids, also of the feed itself:
# "3.10" is "3.1", "007" is "7", "1e3" is "1000", "0x10" is "16", and the ids "1.0" and "1" are one.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @extractus/feed-extractor@8.0.3 rss-parser@3.13.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { extractFromXml } from "@extractus/feed-extractor";
import Parser from "rss-parser";

const item = (text) => `<item><title>${text}</title><guid isPermaLink="false">${text}</guid>
<link>https://digest.example/</link><description>${text}</description></item>`;
const texts = ["3.10", "007", "1e3", "0x10", "1.0", "1"];
const xml = `<rss version="2.0"><channel><title>2.50</title><link>https://digest.example/</link>
<description>Notes</description>${texts.map(item).join("")}</channel></rss>`;
const feed = extractFromXml(xml);
const other = await new Parser().parseString(xml);
console.log("the feed:", other.title, "->", feed.title);
feed.entries.forEach(({ title, id, description }, index) => {
  console.log(other.items[index].title, "-> title", title, "id", id, "description", description);
});
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
the feed: 2.50 -> 2.5
3.10 -> title 3.1 id 3.1 description 3.1
007 -> title 7 id 7 description 7
1e3 -> title 1000 id 1000 description 1000
0x10 -> title 16 id 16 description 16
1.0 -> title 1 id 1 description 1
1 -> title 1 id 1 description 1
SEEN
echo "as described"
