#!/usr/bin/env bash
# feedgen 1.0.0: a description, set after the content, takes its place in the Atom feed.
#
# Expected: an entry with a content and a description has both: in RSS <content:encoded> and <description>,
# in Atom <content> and <summary> (RFC 4287, 4.1.3 and 4.2.13). One generator writes both feeds.
# Seen: RSS has both. In the Atom feed the text of the description is the content, typeless, and the article
# is gone; there is no summary. In the other order the article stays, and the description is gone.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check feedgen==1.0.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import re

from feedgen.feed import FeedGenerator

for order in ("content first", "description first"):
    feed = FeedGenerator()
    feed.id("https://digest.example/")
    feed.title("Digest")
    feed.link(href="https://digest.example/")
    feed.description("A digest")
    entry = feed.add_entry()
    entry.id("https://digest.example/bread")
    entry.title("Bread")
    steps = [
        lambda entry=entry: entry.content("<p>The whole article.</p>", type="html"),
        lambda entry=entry: entry.description("A summary."),
    ]
    for step in steps if order == "content first" else steps[::-1]:
        step()
    print(order)
    for name, xml in (("rss ", feed.rss_str()), ("atom", feed.atom_str())):
        item = re.search(r"<(item|entry)>.*</\1>", xml.decode(), re.DOTALL)[0]
        found = re.findall(r"<(content|content:encoded|description|summary)[ >].*?</\1>", item)
        texts = re.findall(r"The whole article|A summary", item)
        print(" ", name, sorted(found), texts)
PY
diff "$work/seen" - <<'SEEN'
content first
  rss  ['content:encoded', 'description'] ['A summary', 'The whole article']
  atom ['content'] ['A summary']
description first
  rss  ['content:encoded', 'description'] ['A summary', 'The whole article']
  atom ['content'] ['The whole article']
SEEN
echo "as described"
