#!/usr/bin/env bash
# podcast-feed-parser 1.0.4: to a program, a podcast that is blocked or complete is neither.
#
# Expected (Apple, "Podcast RSS feed tags"): "yes" in itunes:block takes a podcast or an episode out of lists, "yes" in
# itunes:complete says that none will follow; the result, which has fields of these names, says true.
# Seen: both are false, whatever the feed says, as the name of a method is compared instead of what it gives; only the raw
# fields tell.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" podcast-feed-parser@1.0.4 >/dev/null
cat >"$work/try.mjs" <<'JS'
import parser from "podcast-feed-parser";

const feed = (value) => `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
<title>Mill</title><itunes:block>${value}</itunes:block><itunes:complete>${value}</itunes:complete><itunes:explicit>${value}</itunes:explicit>
<item><title>Rye</title><itunes:block>${value}</itunes:block><itunes:explicit>${value}</itunes:explicit></item></channel></rss>`;
for (const value of ["yes", "Yes", "no"]) {
  const { meta, episodes } = parser.getPodcastFromFeed(feed(value));
  console.log(value, JSON.stringify({ meta, episode: episodes[0] }));
}
const raw = { fields: { meta: ["blocked", "complete"] }, uncleaned: { meta: ["blocked", "complete"] } };
console.log("raw", JSON.stringify(parser.getPodcastFromFeed(feed("yes"), raw).meta));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
yes {"meta":{"title":"Mill","categories":[],"explicit":true,"complete":false,"blocked":false},"episode":{"title":"Rye","blocked":false,"explicit":true}}
Yes {"meta":{"title":"Mill","categories":[],"explicit":true,"complete":false,"blocked":false},"episode":{"title":"Rye","blocked":false,"explicit":true}}
no {"meta":{"title":"Mill","categories":[],"explicit":false,"complete":false,"blocked":false},"episode":{"title":"Rye","blocked":false,"explicit":false}}
raw {"blocked":["yes"],"complete":["yes"]}
SEEN
echo "as described"
