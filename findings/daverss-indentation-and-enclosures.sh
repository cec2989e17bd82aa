#!/usr/bin/env bash
# daverss 0.6.20: the code of a post loses its indentation in the feed, and a sound whose address has "&" makes it malformed.
#
# Expected: the text of a post is the same in the RSS feed and in its JSON twin; an address of a sound is escaped like that of
# a page.
# Seen: every line of a post is trimmed in RSS, so that Python's code means something else; in JSON it is whole. "&" is
# escaped in <link>, and not in <enclosure>. JSON has no categories of the posts.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" daverss@0.6.20 sax@1.4.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import daverss from "daverss";
import sax from "sax";

const head = { title: "Mill", link: "https://mill.example/", description: "Rye", maxFeedItems: 9, generator: "mill" };
const post = (rest) => ({ when: "2024-01-02T10:00:00Z", link: "https://mill.example/?a=1&b=2", categories: ["rye"], ...rest });
const code = post({ text: "<pre>\nfor rye in mill:\n    grind(rye)\n</pre>" });
const rss = daverss.buildRssFeed(head, [code]);
console.log(rss.match(/<description>&lt;pre.*<\/description>/)[0]);
console.log(JSON.stringify(JSON.parse(daverss.buildJsonFeed(head, [code])).rss.channel.item[0]));
const sound = post({ text: "Hear", enclosure: { url: "https://mill.example/a.mp3?a=1&b=2", type: "audio/mpeg", length: 9 } });
const feed = daverss.buildRssFeed(head, [sound]);
console.log(feed.match(/<link>.*\?.*<\/link>|<enclosure.*\/>/g).join("\n"));
const parser = sax.parser(true);
parser.onerror = (error) => { console.log(error.message.split("\n")[0]); parser.error = null; };
parser.write(feed).close();
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<description>&lt;pre&gt;&#10;for rye in mill:&#10;grind(rye)&#10;&lt;/pre&gt;</description>
{"link":"https://mill.example/?a=1&b=2","description":"<pre>\nfor rye in mill:\n    grind(rye)\n</pre>","pubDate":"Tue, 02 Jan 2024 10:00:00 GMT"}
<link>https://mill.example/?a=1&amp;b=2</link>
<enclosure url="https://mill.example/a.mp3?a=1&b=2" type="audio/mpeg" length="9"/>
Invalid character in entity name
SEEN
echo "as described"
