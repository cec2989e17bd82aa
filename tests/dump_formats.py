"""Sample dumps in text-based formats, and a helper that detects a format."""

import io
import json

from sitegen.readers.detection import detect_format, examine

SENTENCE = "The swifts are back over the tram depot, eleven birds at dusk."
TELEGRAM = json.dumps(
    {
        "name": "Anna",
        "type": "personal_chat",
        "id": 7,
        "messages": [{"id": 1, "type": "message", "from": "Anna", "text": SENTENCE}],
    },
    indent=1,
)
OUTBOX = json.dumps(
    {
        "@context": "https://www.w3.org/ns/activitystreams",
        "type": "OrderedCollection",
        "orderedItems": [{"type": "Create", "to": ["https://a.example/followers"]}],
    }
)
GHOST = json.dumps({"db": [{"meta": {}, "data": {"users": [{"password": "$2a$10$abc"}]}}]})
PINBOARD = json.dumps(
    [{"href": "https://a.example", "description": "A", "extended": "", "shared": "no"}] * 2
)
TWEETS = 'window.YTD.tweets.part0 = [ {\n "tweet" : { "id_str" : "1", "full_text" : "Hello" } } ]'
WXR = """<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Blog</title><item><wp:status>draft</wp:status></item></channel></rss>"""
RSS = """<rss version="2.0"><channel><title>Blog</title>
<item><title>One</title><description>Two words</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title>
<entry><title>One</title><content>Words</content></entry></feed>"""
OPML = '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example"/></body></opml>'
PAGE = "<html><head><title>Blog</title></head><body><p>Words of a page.</p></body></html>"
BOOKMARKS = """<DL><p>
<DT><H3>Folder</H3>
<DL><p>
<DT><A HREF="https://a.example" ADD_DATE="1700000000">A page</A>
<DD>What it says
</DL><p>
</DL><p>"""
MAIL = """From: Anna <anna@a.example>
To: bo@b.example
Subject: The kettle
Date: Mon, 01 Jan 2024 10:00:00 +0000

The lid is mended.
"""
MBOX = f"From anna@a.example Mon Jan  1 10:00:00 2024\n{MAIL}\n"
CSV = 'title,url,time_added,tags,status\n"A page, or two",https://a.example,1700000000,,unread\n'

TEXT_DUMPS = {
    "chat": "[29.11.26, 10:15:03] Ann: Hello\n[29.11.26, 10:16:00] Bo: Hi\nyou\n"
    "[29.11.26, 10:17:00] Ann: So\n",
    "script": "!function(){var a={b:1};console.log(a)}();",
    "json-texts": '"One\\n"\n"Two"\n',
    "telegram": TELEGRAM,
    "mastodon": OUTBOX,
    "ghost": GHOST,
    "pinboard": PINBOARD,
    "jsonfeed": '{"version": "https://jsonfeed.org/version/1", "title": "T", "items": []}',
    "json": '{"posts": [{"text": "One"}]}',
    "jsonl": '{"text": "One"}\n{"text": "Two"}\n',
    "x": TWEETS,
    "javascript": 'export const posts = [{"text": "One"}];',
    "wordpress": WXR,
    "rss": RSS,
    "atom": ATOM,
    "opml": OPML,
    "xml": "<posts><post>One</post><post>Two</post></posts>",
    "html": PAGE,
    "bookmarks": BOOKMARKS,
    "pocket": CSV,
    "csv": "date,text\n2024-01-01,One\n2024-01-02,Two\n",
    "csv-semicolon": "date;text\n2024-01-01;One, or two\n2024-01-02;Two\n",
    "tsv": "id\tcreated_at\ttext\n1\t2024-01-01\tOne\n2\t2024-01-02\tTwo\n",
    "mbox": MBOX,
    "eml": MAIL,
    "vcard": "BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nEND:VCARD\n",
    "icalendar": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
    "rtf": r"{\rtf1\ansi\deff0 Hello}",
    "sql": "-- A dump\nCREATE TABLE users (id int);\nINSERT INTO users VALUES (1);\n",
}
"""A dump in each text-based format, by the name of the format."""


def format_of(content: bytes | str) -> str | None:
    """The name of the detected format of a dump."""
    data = content.encode() if isinstance(content, str) else content
    found = detect_format(examine(io.BytesIO(data)))
    return found.name if found else None
