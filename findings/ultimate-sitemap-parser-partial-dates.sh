#!/usr/bin/env bash
# ultimate-sitemap-parser 1.8.1: a page that changed in 2019 has changed on today's day of that year.
#
# Expected (sitemaps.org, W3C's note on dates and times): <lastmod> may be a year, "2019", or a month, "2019-05"; what a
# reader knows is the start of the time, or nothing.
# Seen: what is missing is taken from the day on which the program runs: "2019" is another day each morning, and so is
# "2019-05", so that a list by date changes though no sitemap does.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ultimate-sitemap-parser==1.8.1
cat >try.py <<'PY'
from calendar import monthrange
from datetime import date

from usp.tree import sitemap_from_str

SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://rye.example/day</loc><lastmod>2019-05-07</lastmod></url>
<url><loc>https://rye.example/month</loc><lastmod>2019-05</lastmod></url>
<url><loc>https://rye.example/year</loc><lastmod>2019</lastmod></url>
</urlset>
"""
today = date.today()


def today_in(year, month):
    return date(year, month, min(today.day, monthrange(year, month)[1]))


guesses = {"month": today_in(2019, 5), "year": today_in(2019, today.month)}
for page in sitemap_from_str(SITEMAP).all_pages():
    name = page.url.rsplit("/", 1)[1]
    print(name, "as today" if page.last_modified.date() == guesses.get(name) else page.last_modified.date())
PY
venv/bin/python try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
day 2019-05-07
month as today
year as today
SEEN
echo "as described"
