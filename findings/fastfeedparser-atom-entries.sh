#!/usr/bin/env bash
# fastfeedparser 0.6.5: four things that Atom says are read as if it did not.
#
# Expected (RFC 4287): a link without `rel` is the entry's page (4.2.7.2); relative addresses are resolved
# with xml:base (2); a title may be XHTML (3.1.1.3); XHTML content is what is in its <div> (4.1.3.3).
# Seen: `link` is the first link of the entry whatever its `rel`, such as the page where it was found
# ("via"); xml:base is not looked at; a title in XHTML is empty; XHTML content comes within the element
# <content> of the feed, namespace included. feedparser 6.0.14 reads all four as expected.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    fastfeedparser==0.6.5 feedparser==6.0.14
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import fastfeedparser
import feedparser

DIV = '<div xmlns="http://www.w3.org/1999/xhtml">'
FEED = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://digest.example/blog/"><title>Digest</title>
<id>tag:digest.example,2023:f</id><updated>2023-03-29T10:00:00Z</updated>
<entry><id>tag:digest.example,2023:1</id><title type="xhtml">{DIV}On <em>bread</em></div></title>
<updated>2023-03-29T10:00:00Z</updated>
<link rel="via" href="https://bakery.example/"/><link href="bread.html"/>
<content type="xhtml">{DIV}<p>Rye.</p></div></content></entry></feed>"""
for parser in (feedparser, fastfeedparser):
    (entry,) = parser.parse(FEED).entries
    print(parser.__name__)
    print("  link   ", entry["link"])
    print("  title  ", repr(entry["title"]))
    print("  content", entry["content"][0]["value"])
PY
diff "$work/seen" - <<'SEEN'
feedparser
  link    https://digest.example/blog/bread.html
  title   'On <em>bread</em>'
  content <p>Rye.</p>
fastfeedparser
  link    https://bakery.example/
  title   ''
  content <content xmlns="http://www.w3.org/2005/Atom" type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Rye.</p></div></content>
SEEN
echo "as described"
