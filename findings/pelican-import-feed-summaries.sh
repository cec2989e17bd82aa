#!/usr/bin/env bash
# Pelican 4.12.0: "pelican-import --feed" brings the summaries of posts instead of the posts.
#
# Expected: where an item has both, <content:encoded> is the post and <description> its summary (RSS Best Practices
# Profile), as <content> and <summary> are in Atom; a date at an offset is that day there.
# Seen: the text of the page is the summary, and the post is lost; an item without one takes its content. The offset
# is applied and dropped: a post of 1 May, 00:30 at +0200, is of 30 April, 22:30. Its author is an e-mail address.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pelican==4.12.0 feedparser==6.0.14 \
  beautifulsoup4==4.15.0 2>/dev/null
cat >"$work/rss.xml" <<'XML'
<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Farm</title><link>https://farm.example/</link><description>On fields</description>
<item><title>Rye</title><link>https://farm.example/rye</link><pubDate>Wed, 01 May 2024 00:30:00 +0200</pubDate>
<author>ann@farm.example (Ann)</author><description>On sowing.</description>
<content:encoded>&lt;p&gt;We sow rye in autumn, and cut it in July.&lt;/p&gt;</content:encoded></item>
</channel></rss>
XML
cat >"$work/atom.xml" <<'XML'
<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Farm</title><id>urn:farm</id><updated>2024-05-01T10:00:00Z</updated>
<entry><title>Oats</title><id>urn:oats</id><updated>2024-05-01T10:00:00Z</updated><author><name>Tom</name></author>
<link href="https://farm.example/oats"/><summary>On oats.</summary>
<content type="html">&lt;p&gt;Oats follow rye.&lt;/p&gt;</content></entry>
<entry><title>Wheat</title><id>urn:wheat</id><updated>2024-05-01T10:00:00Z</updated><author><name>Tom</name></author>
<link href="https://farm.example/wheat"/><content type="html">&lt;p&gt;Wheat follows oats.&lt;/p&gt;</content></entry>
</feed>
XML
cat >"$work/try.py" <<'PY'
from pelican.tools.pelican_import import feed2fields

for file in ("rss.xml", "atom.xml"):
    for title, content, slug, date, author, *rest in feed2fields(file):
        print(title, date, author, content, sep=" | ")
PY
"$work/venv/bin/python" "$work/try.py" 2>/dev/null | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Rye | 2024-04-30 22:30 | ann@farm.example (Ann) | On sowing.
Oats | 2024-05-01 10:00 | Tom | On oats.
Wheat | 2024-05-01 10:00 | Tom | <p>Wheat follows oats.</p>
SEEN
echo "as described"
