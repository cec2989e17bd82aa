#!/usr/bin/env bash
# brutefeedparser 1.0.0: the link of an Atom entry is its sound, its title comes twice, and it has no date.
#
# Expected (RFC 4287): the page of an entry is the link whose "rel" is "alternate" or missing (4.2.7.2); a title of type
# "xhtml" is what its <div> holds (3.1.1.3); every entry has "updated", but "published" only if its author likes
# (4.1.2). In RSS 2.0 an item without <link> has the page in a <guid>, unless that says otherwise.
# Seen: the first link is taken, whatever its relation; the words before the first tag of a title come twice; "updated"
# is not read, nor are a category and RSS's <content:encoded>, and a <guid> gives no link. feedparser reads all of it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  brutefeedparser==1.0.0 lxml==5.4.0 beautifulsoup4==4.14.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from brutefeedparser import BruteFeedParser

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Rye</title><id>urn:0</id>
<updated>2024-01-02T03:04:05Z</updated><entry><id>urn:1</id><updated>2024-01-02T03:04:05Z</updated>
<link rel="enclosure" href="https://rye.example/1.mp3"/><link href="https://rye.example/1"/><category term="bread"/>
<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Rye <b>and</b> oats</div></title></entry></feed>"""
RSS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Rye</title>
<link>https://rye.example/</link><description>Bread</description>
<item><guid>https://rye.example/2</guid><description>In short</description>
<content:encoded>In full</content:encoded><category>bread</category></item></channel></rss>"""

for feed in (ATOM, RSS):
    entry = BruteFeedParser.parse(feed).entries[0]
    for name in ("link", "title", "published", "tags", "description"):
        print(f"{name}: {getattr(entry, name)}")
PY
diff "$work/seen" - <<'SEEN'
link: https://rye.example/1.mp3
title: Rye <div xmlns="http://www.w3.org/1999/xhtml">Rye <b>and</b> oats</div>
published: None
tags: None
description: None
link: None
title: None
published: None
tags: None
description: In short
SEEN
echo "as described"
