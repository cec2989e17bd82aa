#!/usr/bin/env bash
# feedendum 0.4.0: a text in XHTML loses all words that follow an element, and the full text of RSS is not what it
# gives as the content.
#
# Expected (RFC 4287, 3.1.1.3 and 4.1.3): a feed that is read and written says the same: content of type "xhtml" keeps
# its words. The content of an item is the post: "content:encoded", where there is one beside the summary.
# Seen: "Sow <b>rye</b> in May." is written without "in May."; for its reader the content is None. Of RSS, the content
# is the summary, and an Atom feed made of it has the summary in <content>. What Atom says of a sound stays Atom's in
# RSS, where readers look for <enclosure>.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check feedendum==0.4.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import feedendum

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Rye</title><id>tag:rye</id><updated>2024-01-02T10:00:00Z</updated>
<entry><title>Sow</title><id>tag:rye,1</id><link href="https://rye.example/1"/><updated>2024-01-02T10:00:00Z</updated>
<link rel="enclosure" href="https://rye.example/1.mp3" type="audio/mpeg" length="3"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Sow <b>rye</b> in May.</p></div></content></entry>
</feed>"""
RSS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Rye</title>
<item><title>Mill</title><guid>https://rye.example/2</guid><description>Short</description>
<content:encoded>The whole post</content:encoded></item></channel></rss>"""
feed = feedendum.from_atom_text(ATOM)
print(feed.items[0].content)
print(*[line for line in feedendum.to_atom_string(feed).replace("><", ">\n<").splitlines() if "<html:" in line])
print(*[line for line in feedendum.to_rss_string(feed).replace("><", ">\n<").splitlines() if ".mp3" in line])
feed = feedendum.from_rss_text(RSS)
print(feed.items[0].content)
print(*[line for line in feedendum.to_atom_string(feed).replace("><", ">\n<").splitlines() if "<content" in line])
PY
diff "$work/seen" - <<'SEEN'
None
<html:div xmlns:html="http://www.w3.org/1999/xhtml"> <html:p>Sow<html:b>rye</html:b>
<atom:link rel="enclosure" href="https://rye.example/1.mp3" type="audio/mpeg" length="3"/>
Short
<content>Short</content>
SEEN
echo "as described"
