#!/usr/bin/env bash
# granary 11.0: a post of Mastodon loses its content warning; its picture loses its description in RSS.
#
# Expected: "spoiler_text" becomes the summary, as ActivityStreams 1 and 2 and granary's own reader of Bluesky
# have it; "alt" holds the description in every format of feed; a title made of two paragraphs has a space.
# Seen: warning and "sensitive" are dropped; "alt" is kept in Atom and JSON Feed, and empty in RSS; the title in
# Atom joins the last word of a paragraph to the first of the next.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check granary==11.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import re

from granary import atom, jsonfeed, mastodon, rss

STATUS = {
    "id": "1",
    "created_at": "2024-01-02T03:04:05.000Z",
    "url": "https://social.example/@ann/1",
    "uri": "https://social.example/users/ann/statuses/1",
    "content": "<p>Two loaves of rye.</p><p>They cooled.</p>",
    "visibility": "public",
    "sensitive": True,
    "spoiler_text": "Food",
    "account": {"id": "7", "username": "ann", "acct": "ann", "display_name": "Ann", "url": "https://social.example/@ann"},
    "media_attachments": [
        {"id": "9", "type": "image", "url": "https://social.example/a.jpg", "description": "Two loaves on a rack"}
    ],
    "tags": [],
    "mentions": [],
    "emojis": [],
}
reader = mastodon.Mastodon("https://social.example", access_token="none", user_id="7")
activity = reader.status_to_as1_activity(STATUS)
actor = {"displayName": "Ann", "url": "https://social.example/@ann"}
post = activity["object"]
print("warning", post.get("summary"), "sensitive", post.get("sensitive"))
feeds = {
    "Atom": atom.activities_to_atom([activity], actor, title="Notes"),
    "JSON Feed": jsonfeed.activities_to_jsonfeed([activity], actor)["items"][0]["content_html"],
    "RSS": rss.from_as1([activity], actor, title="Notes", feed_url="https://digest.example/feed"),
}
for name, text in feeds.items():
    print(name, re.findall(r'alt="[^"]*"', text))
print(re.findall(r"<title>(Two.*?)</title>", feeds["Atom"]))
PY
diff "$work/seen" - <<'SEEN'
warning None sensitive None
Atom ['alt="Two loaves on a rack"']
JSON Feed ['alt="Two loaves on a rack"']
RSS ['alt=""']
['Two loaves of rye.They cooled.']
SEEN
echo "as described"
