#!/usr/bin/env bash
# feed2json 2025.7.15: the JSON feed has a line of source code as its attachment, and names where objects belong.
#
# Expected (JSON Feed 1.1): each of "authors" is an object with a name; "attachments" are objects with an address and a
# type, or there are none; "feed_url" is the feed's address, "home_page_url" that of its page; HTML of an item is in
# "content_html", which one of an RSS feed's <description> is.
# Seen: an item without an enclosure gets one attachment, a text of the program; authors are texts; the address of the
# page is given as that of the feed; the HTML of a description is in "summary" alone, and an item has no content.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check feed2json==2025.7.15
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import json

from feed2json import feed2json

FEED = """<rss version="2.0"><channel><title>Digest</title><link>https://digest.example/</link><item><guid isPermaLink="false">1</guid>
<title>Rye</title><author>ann@mill.com (Ann)</author><description>&lt;p&gt;It keeps.&lt;/p&gt;</description>
</item></channel></rss>"""
feed = feed2json(feed_string=FEED)
for part in (feed, feed["items"][0]):
    for name, value in part.items():
        if name != "items" and value:
            print(name, json.dumps(value))
PY
diff "$work/seen" - <<'SEEN'
version "https://jsonfeed.org/version/1.1"
title "Digest"
feed_url "https://digest.example/"
home_page_url "https://digest.example/"
authors [{"name": null, "url": null, "avatar": null}]
id "1"
title "Rye"
summary "<p>It keeps.</p>"
authors ["ann@mill.com (Ann)"]
attachments ["\n                            {\"url\": string, \n                            'mime_type': string, \n                            'title': strinrg,\n                            'size_in_bytes': int,\n                            'duration_in_seconds': int\n                            "]
SEEN
echo "as described"
