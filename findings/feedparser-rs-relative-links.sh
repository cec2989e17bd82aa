#!/usr/bin/env bash
# feedparser-rs 0.7.1: links in an entry stay relative, and titles show entities, unlike in feedparser.
#
# Expected: the package calls its interface compatible with feedparser's, so that code may change over: feedparser
# 6.0.14 resolves addresses in content with xml:base, and a title of an RSS feed, "Rye &amp; salt", is "Rye & salt".
# Seen: addresses in content stay as they are, while those of entries are resolved, and links get a `rel` that the
# feed does not have; the title has "&amp;", which whoever escapes it shows.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check feedparser-rs==0.7.1 feedparser==6.0.14
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import feedparser
import feedparser_rs

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://digest.example/blog/"><title>Digest</title>
<id>f</id><updated>2023-03-02T08:00:00Z</updated>
<entry><id>1</id><title>Rye</title><link href="rye"/><updated>2023-03-02T08:00:00Z</updated>
<content type="html">&lt;a href="salt"&gt;Salt&lt;/a&gt;</content></entry></feed>"""
RSS = """<rss version="2.0"><channel><title>Digest</title><item><title>Rye &amp; salt</title></item></channel></rss>"""
for library in (feedparser, feedparser_rs):
    entry = library.parse(ATOM).entries[0]
    print(library.__name__, entry.link, entry.content[0].value, "|", library.parse(RSS).entries[0].title)
PY
diff "$work/seen" - <<'SEEN'
feedparser https://digest.example/blog/rye <a href="https://digest.example/blog/salt">Salt</a> | Rye & salt
feedparser_rs https://digest.example/blog/rye <a href="salt" rel="nofollow noopener noreferrer">Salt</a> | Rye &amp; salt
SEEN
echo "as described"
