#!/usr/bin/env bash
# rss 1.2.2, podcast 2.0.1 (npm): all posts without title and address have one guid, and episode 0 has no number.
#
# Expected (RSS 2.0): an item has a title or a description, and may do without a guid; a guid identifies one item.
# Seen: an item that has only a description is titled "No title", and as a guid is made from address or title, all
# of them have the guid "No title": a reader shows one of them, and takes the rest for read. Two titled posts of one
# name share a guid, too. In a podcast the trailer, episode 0, loses <itunes:episode>.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" rss@1.2.2 podcast@2.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { Podcast } from "podcast";
import RSS from "rss";

const lines = (xml) => xml.match(/<(title|description|guid|itunes:episode)\b.*?<\/\1>/g).slice(2).join("\n");

const feed = new RSS({ title: "Rye", site_url: "https://rye.example/", feed_url: "https://rye.example/feed.xml" });
feed.item({ description: "The mill is open.", date: "2024-01-02" });
feed.item({ description: "The mill is closed.", date: "2024-01-03" });
console.log(lines(feed.xml({ indent: true })));
const podcast = new Podcast({ title: "Rye", siteUrl: "https://rye.example/", feedUrl: "https://rye.example/feed.xml" });
podcast.addItem({ title: "Trailer", date: "2024-01-02", itunesEpisode: 0 });
podcast.addItem({ title: "Sowing", date: "2024-01-03", itunesEpisode: 1 });
console.log(lines(podcast.buildXml("  ")));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<title><![CDATA[No title]]></title>
<description><![CDATA[The mill is open.]]></description>
<guid isPermaLink="false">No title</guid>
<title><![CDATA[No title]]></title>
<description><![CDATA[The mill is closed.]]></description>
<guid isPermaLink="false">No title</guid>
<title><![CDATA[Trailer]]></title>
<guid isPermaLink="false">Trailer</guid>
<title><![CDATA[Sowing]]></title>
<guid isPermaLink="false">Sowing</guid>
<itunes:episode>1</itunes:episode>
SEEN
echo "as described"
