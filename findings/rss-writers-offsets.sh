#!/usr/bin/env bash
# rfeed 1.1.1 and PyRSS2Gen 1.1: the offset of a date is dropped, and "GMT" written.
#
# Expected (RSS 2.0, RFC 822): ten o'clock at an offset of two hours is "08:00:00 GMT" or "10:00:00 +0200", as
# email.utils.format_datetime writes it.
# Seen: both write "10:00:00 GMT", two hours late, and sort such a post behind others. Only a date without an
# offset, taken for UTC, is right.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rfeed==1.1.1 PyRSS2Gen==1.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import datetime
import email.utils
import re

import PyRSS2Gen
import rfeed

zone = datetime.timezone(datetime.timedelta(hours=2))
date = datetime.datetime(2023, 3, 29, 10, tzinfo=zone)
feeds = {
    "rfeed": rfeed.Feed("T", "l", "d", items=[rfeed.Item("A", pubDate=date)]).rss(),
    "PyRSS2Gen": PyRSS2Gen.RSS2("T", "l", "d", items=[PyRSS2Gen.RSSItem("A", pubDate=date)]).to_xml(),
}
print("right", email.utils.format_datetime(date))
for name, text in feeds.items():
    print(name, re.search("<pubDate>(.*?)</pubDate>", text)[1])
PY
diff "$work/seen" - <<'SEEN'
right Wed, 29 Mar 2023 10:00:00 +0200
rfeed Wed, 29 Mar 2023 10:00:00 GMT
PyRSS2Gen Wed, 29 Mar 2023 10:00:00 GMT
SEEN
echo "as described"
