#!/usr/bin/env bash
# mastodon-archive 1.4.8: the text of a post has no content warning, poll or description of a picture, and private
# posts are not marked.
#
# Expected: "text" writes what a post says: the warning above it, the answers of its poll and what its picture shows;
# who may read a post is told, as the archive has it ("visibility"), in the text and on the page that "html" makes.
# Seen: in the text, a post below the warning "Slaughter" is its words alone, a poll its question, a picture the
# address of its file. A message to one person, with "direct", looks like any post, also on the page, which has the
# warning and the description, but no answers of polls.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mastodon-archive==1.4.8 Mastodon.py==2.3.3
cd "$work"
cat >make.py <<'PY'
import json

ann = {"username": "ann", "acct": "ann", "display_name": "Ann", "url": "https://mill.example/@ann", "note": "",
    "fields": []}
ann |= {"avatar": "https://mill.example/a.png", "header": "https://mill.example/h.png", "emojis": []}
post = {"account": ann, "reblog": None, "card": None, "media_attachments": [], "spoiler_text": "", "emojis": [],
    "poll": None}
post |= {"favourites_count": 0, "reblogs_count": 0, "replies_count": 0, "mentions": [], "tags": [],
    "in_reply_to_id": None}
picture = {"type": "image", "url": "https://mill.example/p.png", "preview_url": "https://mill.example/q.png"}
picture |= {"description": "A field"}
poll = {"options": [{"title": "Rye", "votes_count": 1}, {"title": "Oats", "votes_count": 0}]}
posts = [
    post | {"visibility": "public", "content": "<p>A pig.</p>", "spoiler_text": "Slaughter",
        "media_attachments": [picture]},
    post | {"visibility": "direct", "content": "<p>To you alone.</p>"},
    post | {"visibility": "public", "content": "<p>What to sow?</p>", "poll": poll},
]
for number, item in enumerate(posts, 1):
    item |= {"id": str(number), "url": f"https://mill.example/@ann/{number}",
        "created_at": f"2024-01-0{number}T10:00:00+00:00"}
archive = {"account": ann, "statuses": posts, "favourites": [], "bookmarks": [], "mentions": []}
with open("mill.example.user.ann.json", "w") as file:
    json.dump(archive, file)
PY
python3 make.py
"$work/venv/bin/mastodon-archive" text ann@mill.example 2>/dev/null >text
"$work/venv/bin/mastodon-archive" html ann@mill.example >/dev/null 2>&1
{
  grep . text
  for word in "A pig" Slaughter "A field" "To you alone" direct "What to sow" Oats; do
    grep -q "$word" ./*.html && echo "the page has \"$word\"" || echo "the page lacks \"$word\""
  done
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Ann @ann 2024-01-01T10:00:00+00:00
🔗 https://mill.example/@ann/1
A pig.
🔗 https://mill.example/p.png
Ann @ann 2024-01-02T10:00:00+00:00
🔗 https://mill.example/@ann/2
To you alone.
Ann @ann 2024-01-03T10:00:00+00:00
🔗 https://mill.example/@ann/3
What to sow?
the page has "A pig"
the page has "Slaughter"
the page has "A field"
the page has "To you alone"
the page lacks "direct"
the page has "What to sow"
the page lacks "Oats"
SEEN
echo "as described"
