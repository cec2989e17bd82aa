#!/usr/bin/env bash
# podparse 1.6.0, pyPodcastParser 2.0.0: an episode's show notes are not in the result, nor is the time of day.
#
# Expected: <content:encoded> holds the show notes of most podcasts, and <description> a line or two; both are common
# in feeds, and podcastparser 0.6.11 and podcast-partytime 5.0.0 give both. A date has a time and a zone.
# Seen: both have the short text alone; `date_time` of pyPodcastParser is midnight of a day without zone, while
# `time_published` beside it is right.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyPodcastParser==2.0.0 podcastparser==0.6.11
npm install --no-audit --no-fund --loglevel=error --prefix "$work" podparse@1.6.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const podparse = require("podparse");

const parse = podparse.default ?? podparse;
const feed = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Rye</title>
<item><title>One</title><guid isPermaLink="false">1</guid><link>https://digest.example/1</link>
<pubDate>Thu, 02 Mar 2023 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Show <b>notes</b>.</p>]]></content:encoded>
<enclosure url="https://digest.example/1.mp3" length="1" type="audio/mpeg"/></item></channel></rss>`;
console.log("podparse", JSON.stringify(parse(feed).episodes[0]));
JS
{
    "$work/venv/bin/python" - <<'PY'
import io
import warnings

import podcastparser
from pyPodcastParser.Podcast import Podcast

warnings.simplefilter("ignore")
FEED = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Rye</title>
<item><title>One</title><guid isPermaLink="false">1</guid><link>https://digest.example/1</link>
<pubDate>Thu, 02 Mar 2023 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Show <b>notes</b>.</p>]]></content:encoded>
<enclosure url="https://digest.example/1.mp3" length="1" type="audio/mpeg"/></item></channel></rss>"""
item = Podcast(FEED.encode()).items[0]
texts = {name: str(value) for name, value in vars(item).items() if name != "soup" and value}
print("pyPodcastParser", "Show" in " ".join(texts.values()), texts["date_time"], texts["time_published"])
episode = podcastparser.parse("https://digest.example/feed", io.StringIO(FEED))["episodes"][0]
print("podcastparser", episode["description"], episode["description_html"], episode["published"])
PY
    node "$work/try.cjs"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
pyPodcastParser False 2023-03-02 00:00:00 1677817800
podcastparser Short. <p>Show <b>notes</b>.</p> 1677817800
podparse {"title":"One","description":"Short.","guid":"1","enclosure":{"length":1,"type":"audio/mpeg","url":"https://digest.example/1.mp3"},"pubDate":"2023-03-03T04:30:00.000Z","link":"https://digest.example/1"}
SEEN
echo "as described"
