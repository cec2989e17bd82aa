#!/usr/bin/env bash
# feed2maildir 0.3.8: with "strip", each mail holds the texts of all posts before it, and dates lose their offset.
#
# Expected: a mail has the text of its post, as plain text; ten o'clock at an offset of two hours is 08:00 GMT; the
# post itself, which an entry has in full beside its summary, is what is sent.
# Seen: what takes the marks of HTML away is one for all posts and keeps what it has read, links and their numbers
# included; 10:00 is written as that time of the machine's zone, here GMT; a post that has a summary is sent as that
# alone.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check feed2maildir==0.3.8 feedparser==6.0.14 python-dateutil==2.9.0.post0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import os
import tempfile
import time

import feedparser
from feed2maildir.converter import Converter

os.environ["TZ"] = "UTC"
time.tzset()
ITEM = """<item><title>{0}</title><link>https://rye.example/{0}</link><pubDate>Tue, 02 Jan 2024 10:00:00 +0200</pubDate>
<description>&lt;p&gt;{0} the &lt;a href="https://rye.example/rye"&gt;rye&lt;/a&gt;.&lt;/p&gt;</description>
<content:encoded>The whole post</content:encoded></item>"""
feed = feedparser.parse(
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Rye</title>'
    + ITEM.format("Sow") + ITEM.format("Mill") + "</channel></rss>"
)
feed.feed_alias_name = "Rye"
converter = Converter(db=tempfile.mktemp(), strip=True)
for post in feed.entries:
    post.updated = post.published
    print(converter.compose("Rye", post))
PY
diff "$work/seen" - <<'SEEN'
MIME-Version: 1.0
Date: Tue, 02 Jan 2024 10:00:00 GMT
Subject: Sow
From: Rye
Content-Type: text/plain

[Feed2Maildir] Read the update here:
https://rye.example/Sow

Sow the rye [0].
  [0]: https://rye.example/rye


MIME-Version: 1.0
Date: Tue, 02 Jan 2024 10:00:00 GMT
Subject: Mill
From: Rye
Content-Type: text/plain

[Feed2Maildir] Read the update here:
https://rye.example/Mill

Sow the rye [0].Mill the rye [1].
  [0]: https://rye.example/rye
  [1]: https://rye.example/rye


SEEN
echo "as described"
