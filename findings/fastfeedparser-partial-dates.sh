#!/usr/bin/env bash
# fastfeedparser 0.6.5: a date that is a year, or a month, becomes one with today's day.
#
# Expected: Dublin Core's dates may be a year ("2020") or a month ("2020-01"), by W3CDTF; a reader takes
# the first day of it, or says that there is none. feedparser 6.0.14 takes the first day.
# Seen: what is missing is filled in from the clock, so that the same feed gives another date each day, and
# an old post may sort after a newer one of its month.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    fastfeedparser==0.6.5 feedparser==6.0.14
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from datetime import UTC, datetime

import fastfeedparser
import feedparser

FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Digest</title><item><title>Bread</title><link>https://digest.example/bread</link>
<dc:date>{}</dc:date></item></channel></rss>"""
today = datetime.now(UTC)
for date, filled in (("2020", f"2020-{today:%m-%d}"), ("2020-01", f"2020-01-{today:%d}")):
    (entry,) = feedparser.parse(FEED.format(date)).entries
    (fast,) = fastfeedparser.parse(FEED.format(date)).entries
    kept = entry.updated_parsed or entry.published_parsed
    print(date, "feedparser", kept[:3])
    print(date, "fastfeedparser: filled in from today", fast["published"][:10] == filled)
PY
diff "$work/seen" - <<'SEEN'
2020 feedparser (2020, 1, 1)
2020 fastfeedparser: filled in from today True
2020-01 feedparser (2020, 1, 1)
2020-01 fastfeedparser: filled in from today True
SEEN
echo "as described"
