#!/usr/bin/env bash
# rss-parser 4.4.1 (PyPI): a JSON feed made of RSS has the summaries in place of the posts; of Atom, posts in XHTML
# are gone.
#
# Expected: to_json_feed() keeps the full text (content:encoded, Atom's content of any type), titles and addresses;
# what it cannot keep, it reports.
# Seen: "content_html" is the description, though the full text is there; an Atom title or text of type "xhtml" is
# missing, without a word, as the words of its elements stand apart from those between them in the library's own
# model; an entry with a relative link, or a guid for its address, has no "url".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rss-parser==4.4.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import rss_parser

RSS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Rye</title>
<link>https://rye.example/</link><description>On rye</description><item><title>Sowing</title><description>In short.</description>
<guid isPermaLink="true">https://rye.example/1</guid><content:encoded><![CDATA[<p>In full.</p>]]></content:encoded></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://rye.example/"><title>Rye</title><id>tag:rye</id>
<updated>2024-01-02T10:00:00Z</updated><entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">On <em>rye</em></div></title>
<id>tag:rye,1</id><updated>2024-01-02T10:00:00Z</updated><link href="posts/rye"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Sow <b>rye</b> now.</div></content></entry></feed>"""
for text in (RSS, ATOM):
    feed = rss_parser.parse(text)
    report = rss_parser.to_json_feed(feed)
    print(report.feed["items"] if hasattr(report, "feed") else report[0]["items"])
print(feed.feed.content.entries[0].content.content.content)
PY
diff "$work/seen" - <<'SEEN'
[{'id': 'https://rye.example/1', 'title': 'Sowing', 'content_html': 'In short.'}]
[{'id': 'tag:rye,1', 'content_text': '', 'date_modified': '2024-01-02T10:00:00+00:00'}]
{'div': {'@xmlns': 'http://www.w3.org/1999/xhtml', 'b': 'rye', '#text': 'Sow  now.'}}
SEEN
echo "as described"
