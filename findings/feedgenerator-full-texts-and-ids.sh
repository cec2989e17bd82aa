#!/usr/bin/env bash
# feedgenerator 2.2.1: the full text is not in an RSS feed, and an id of one's own is declared to be a link.
#
# Expected: add_item() takes "description" and "content"; RSS has <content:encoded> for the latter.
# A <guid> that is no address says so by isPermaLink="false", as the attribute counts as true where it is missing (RSS 2.0).
# Seen: in RSS "content" is dropped without a word, also where there is no description; in Atom it is there. An id such as
# "tag:rye.example,2024:1" stands in a <guid> without the attribute, so that readers open it as an address.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check feedgenerator==2.2.1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import datetime
from xml.etree import ElementTree

from feedgenerator import Atom1Feed, Rss201rev2Feed

for kind in (Rss201rev2Feed, Atom1Feed):
    feed = kind(title="Rye", link="https://rye.example/", description="Grain")
    feed.add_item(
        title="Sowing",
        link="https://rye.example/sowing/",
        description="",
        content="<p>Sow it in October.</p>",
        pubdate=datetime.datetime(2024, 1, 2, tzinfo=datetime.timezone.utc),
        unique_id="tag:rye.example,2024:1",
    )
    item = next(one for one in ElementTree.fromstring(feed.writeString("utf-8")).iter() if one.tag.endswith(("item", "entry")))
    print(kind.__name__)
    for element in item:
        print("  ", element.tag.rpartition("}")[2], element.attrib, repr(element.text))
PY
diff "$work/seen" - <<'SEEN'
Rss201rev2Feed
   title {} 'Sowing'
   link {} 'https://rye.example/sowing/'
   description {} None
   pubDate {} 'Tue, 02 Jan 2024 00:00:00 +0000'
   guid {} 'tag:rye.example,2024:1'
Atom1Feed
   title {} 'Sowing'
   link {'href': 'https://rye.example/sowing/', 'rel': 'alternate'} None
   published {} '2024-01-02T00:00:00+00:00'
   updated {} '2024-01-02T00:00:00+00:00'
   id {} 'tag:rye.example,2024:1'
   summary {'type': 'html'} None
   content {'type': 'html'} '<p>Sow it in October.</p>'
SEEN
echo "as described"
