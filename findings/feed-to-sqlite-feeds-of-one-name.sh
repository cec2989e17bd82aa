#!/usr/bin/env bash
# feed-to-sqlite 0.6.2: posts of two feeds with like names are in one table, their full texts are gone, dates are text.
#
# Expected: each feed has a table of its own; what a feed says in full (RSS 1.0's module "content", RFC 4287, 4.1.3) is
# kept as what it says in short is; the columns of the type DATETIME can be sorted and compared with SQLite's own
# functions, which read ISO 8601 (SQLite, "Date And Time Functions").
# Seen: the name of the table is made of the title, so that "C#" and "C" share one. Of <content:encoded> nothing is
# left: with a summary beside it there is the summary alone. The dates of RSS stay as they are written, for which date()
# has no value, and those of Atom are in another form.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  feed-to-sqlite==0.6.2 feedparser==6.0.14 sqlite-utils==3.39
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from feed_to_sqlite import ingest_feed
from sqlite_utils import Database

FEED = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>{title}</title><link>https://{host}.example/</link><description>Bread</description>
<item><guid>https://{host}.example/1</guid><title>{host}</title><description>In short</description>
<content:encoded>In full</content:encoded><pubDate>{date}</pubDate></item></channel></rss>"""

database = Database(memory=True)
ingest_feed(database, feed_content=FEED.format(title="C#", host="sharp", date="Tue, 02 Jan 2024 03:04:05 GMT"))
ingest_feed(database, feed_content=FEED.format(title="C", host="plain", date="Fri, 01 Mar 2024 03:04:05 GMT"))
print(database.table_names())
for row in database.query("select title, description, published, date(published) as day from c order by published"):
    print(row)
PY
diff "$work/seen" - <<'SEEN'
['feeds', 'c']
{'title': 'plain', 'description': 'In short', 'published': 'Fri, 01 Mar 2024 03:04:05 GMT', 'day': None}
{'title': 'sharp', 'description': 'In short', 'published': 'Tue, 02 Jan 2024 03:04:05 GMT', 'day': None}
SEEN
echo "as described"
