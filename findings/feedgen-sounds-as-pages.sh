#!/usr/bin/env bash
# feedgen 1.0.0: in its Atom feed a sound is the entry's page, and content in CDATA has no valid type.
#
# Expected (RFC 4287, 4.2.7 and 4.1.3.1): a sound is a link with rel="enclosure", its type and its length; a link
# without "rel" is one to the page itself; the type of content is "text", "html", "xhtml" or that of a file.
# Seen: the sounds that enclosure() adds are links with an address only, so that the entry has three pages.
# type="CDATA" is written as it was given, so that HTML is shown as its source, if at all. In the RSS feed the second
# sound takes the place of the first.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check feedgen==1.0.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from xml.etree import ElementTree

from feedgen.feed import FeedGenerator

feed = FeedGenerator()
feed.id("tag:rye")
feed.title("Rye")
feed.description("On rye")
feed.link(href="https://rye.example/")
feed.link(href="https://rye.example/feed.xml", rel="self")
entry = feed.add_entry()
entry.id("tag:rye,1")
entry.title("Sowing")
entry.link(href="https://rye.example/1")
entry.enclosure("https://rye.example/1.mp3", 9, "audio/mpeg")
entry.enclosure("https://rye.example/1.ogg", 9, "audio/ogg")
entry.content("<p>Sow.</p>", type="CDATA")
for element in ElementTree.fromstring(feed.atom_str()).iter():
    if element.tag.endswith(("link", "content")):
        print("Atom", element.tag.split("}")[1], element.attrib)
for element in ElementTree.fromstring(feed.rss_str()).iter("enclosure"):
    print("RSS", element.attrib)
PY
diff "$work/seen" - <<'SEEN'
Atom link {'href': 'https://rye.example/'}
Atom link {'href': 'https://rye.example/feed.xml', 'rel': 'self'}
Atom content {'type': 'CDATA'}
Atom link {'href': 'https://rye.example/1'}
Atom link {'href': 'https://rye.example/1.mp3'}
Atom link {'href': 'https://rye.example/1.ogg'}
RSS {'url': 'https://rye.example/1.ogg', 'length': '9', 'type': 'audio/ogg'}
SEEN
echo "as described"
