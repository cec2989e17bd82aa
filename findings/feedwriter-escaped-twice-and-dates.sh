#!/usr/bin/env bash
# feedwriter 0.4.0: readers show the tags of the notes as letters, find no date, and play an address that does not
# exist.
#
# Expected (RSS 2.0): "&" in a text is written "&amp;" once; <pubDate> has a capital D, which counts in XML; "?", "="
# and "&" in an address keep their meaning, as sounds are often behind queries.
# Seen: the notes are "&lt;p&gt;…" in a reader, the title of the podcast "Rye &amp; oats", while titles of episodes
# are right; the element is <pubdate>, and podcastparser says 0; "?a=1&b=2" is "%3Fa%3D1%26b%3D2" in links and sounds,
# a part of the path.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check feedwriter==0.4.0 podcastparser==0.6.11
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from datetime import datetime, timezone

import podcastparser
from feedwriter import PodcastFeed

feed = PodcastFeed()
feed.title("Rye & oats")
feed.new_post(title="Sow & reap", guid="1")
feed.post_description("<p>Rye & oats</p>")
feed.post_date(datetime(2024, 5, 3, 10, tzinfo=timezone.utc))
feed.post_link("https://mill.example/?a=1&b=2")
feed.post_enclosure("https://mill.example/rye.mp3?a=1&b=2", "123", "audio/mpeg")
feed.write("feed.xml")
with open("feed.xml", "rb") as file:
    podcast = podcastparser.parse("https://mill.example/feed.xml", file)
print(repr(podcast["title"]))
for episode in podcast["episodes"]:
    for key in ("title", "description", "published", "link"):
        print(key, repr(episode[key]))
    print(episode["enclosures"][0]["url"])
PY
diff "$work/seen" - <<'SEEN'
'Rye &amp; oats'
title 'Sow & reap'
description '&lt;p&gt;Rye &amp; oats&lt;/p&gt;'
published 0
link 'https://mill.example/%3Fa%3D1%26b%3D2'
https://mill.example/rye.mp3%3Fa%3D1%26b%3D2
SEEN
echo "as described"
