#!/usr/bin/env bash
# logya 6.1.0: the dates of the feed have no zone, the front page and "About" are among its posts, texts are empty.
#
# Expected (RSS 2.0): a date of a feed is one of RFC 822, which ends with a zone (5.1); the description of an item is
# its synopsis, or its text, and an item without a title has one of them. A feed of a site has its posts.
# Seen: a new site's feed says "02 Jan 2024 10:00:00 " and no more, so that readers guess the hours or drop the date. A
# post without "description" in its header has an empty paragraph for its text, and every page with a date is an item.
# The channel leads to the feed itself.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check logya==6.1.0
venv/bin/logya create site >/dev/null
printf -- '---\ntitle: Rye\ncreated: 2024-01-02 10:00:00\ntemplate: post.html\n---\nSow it.\n' >site/content/rye.md
cd site
../venv/bin/logya gen >/dev/null 2>&1
cat >../show.py <<'PY'
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

channel = ElementTree.parse("public/rss.xml").find("channel")
print(channel.findtext("link"))
for item in channel.iterfind("item"):
    date = item.findtext("pubDate")
    print([item.findtext("title"), item.findtext("description"), date, parsedate_to_datetime(date).tzinfo])
PY
../venv/bin/python ../show.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
http://localhost:8080/rss.xml
['Rye', '<p></p>', 'Tue, 02 Jan 2024 10:00:00 ', None]
['Using Tags', '<p>An example post showing how to use tags.</p>', 'Wed, 07 Oct 2020 22:08:20 ', None]
['Welcome to Logya', '<p>A static website created with Logya.</p>', 'Wed, 07 Oct 2020 01:43:52 ', None]
['About Project', '<p></p>', 'Wed, 07 Oct 2020 00:29:26 ', None]
SEEN
echo "as described"
