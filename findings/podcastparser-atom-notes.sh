#!/usr/bin/env bash
# podcastparser 0.6.11: an episode of an Atom feed whose notes are in XHTML has none, not even its summary.
#
# Expected (RFC 4287, 4.1.3.1): notes may be of type "xhtml"; the summary describes the episode, where there are no
# notes; a title of type "html" is no text with tags; a relative address is relative to xml:base.
# Seen: the description of such an episode is empty; one of type "html" or "text" is there, and the summary never is.
# The title of the feed shows "<b>"; links lead to the address of the feed's own host and folder.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check podcastparser==0.6.11
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import io

import podcastparser

FEED = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://rye.example/blog/"><title type="html">&lt;b&gt;Rye&lt;/b&gt;</title>
<id>tag:rye</id><updated>2024-01-02T10:00:00Z</updated>{}</feed>"""
ENTRY = """<entry><title>Sowing</title><id>tag:rye,{0}</id><updated>2024-01-0{0}T10:00:00Z</updated><link href="posts/{0}"/>
<link rel="enclosure" href="{0}.mp3" type="audio/mpeg" length="9"/><summary>In short.</summary>{1}</entry>"""
TEXTS = (
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>In full.</p></div></content>',
    '<content type="html">&lt;p>In full.&lt;/p></content>',
    "",
)
feed = FEED.format("".join(ENTRY.format(number, text) for number, text in enumerate(TEXTS, 1)))
podcast = podcastparser.parse("https://rye.example/feed.xml", io.BytesIO(feed.encode()))
print(podcast["title"])
for episode in reversed(podcast["episodes"]):
    print(repr(episode["description"]), episode.get("description_html"), episode["link"])
PY
diff "$work/seen" - <<'SEEN'
<b>Rye</b>
'' None https://rye.example/posts/1
'In full.' <p>In full.</p> https://rye.example/posts/2
'' None https://rye.example/posts/3
SEEN
echo "as described"
