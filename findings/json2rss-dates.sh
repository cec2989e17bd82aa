#!/usr/bin/env bash
# json2rss 0.1.1: moments with an offset move by it, those with milliseconds become now, and notes without a page go.
#
# Expected (JSON Feed 1.1; RFC 3339): "08:00:00-05:00" is 13:00 in UTC; a moment may have a fraction of a second; "url"
# is optional, as "id" and a content are all that an item needs.
# Seen: the offset is dropped, and the hour taken for the computer's own; a date with "Z" and a fraction cannot be
# read, and the item is dated today; an item without "url" is not in the feed, without a word.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check json2rss==0.1.1 2>/dev/null
cat >"$work/feed.json" <<'JSON'
{"version": "https://jsonfeed.org/version/1.1", "title": "Digest", "items": [
  {"id": "1", "url": "https://digest.example/1", "content_text": "Rye", "date_published": "2023-03-02T08:00:00-05:00"},
  {"id": "2", "url": "https://digest.example/2", "content_text": "Oats", "date_published": "2023-03-02T08:00:00.000Z"},
  {"id": "3", "content_text": "Salt", "date_published": "2023-03-02T08:00:00Z"}]}
JSON
TZ=UTC "$work/venv/bin/json2rss" <"$work/feed.json" 2>/dev/null | grep -E "<(guid|pubDate)>" |
    sed "s/$(date -u '+%a, %d %b %Y') .*</today</; s/^ *//" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<guid>1</guid>
<pubDate>Thu, 02 Mar 2023 08:00:00 +0000</pubDate>
<guid>2</guid>
<pubDate>today</pubDate>
SEEN
echo "as described"
