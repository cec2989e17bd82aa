#!/usr/bin/env bash
# pelican-to-sqlite 0.7.0 with Pelican 4.12.0: an article is gone when a page has its slug, all links leave the site.
#
# Expected: the table has a row for each article and each page; an article /rye.html and a page /pages/rye.html are two.
# The address of a row begins with SITEURL, as in Pelican's feeds; a page without a date has none.
# Seen: the slug alone is the key, so that the page takes the place of the article. Every address begins with the same
# site, whatever SITEURL says. Pages are dated on the day of the build.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pelican==4.12.0 Markdown==3.10 pelican-to-sqlite==0.7.0
mkdir -p content/pages theme/templates
for template in author category tag period_archives index article page; do touch theme/templates/$template.html; done
printf 'Title: Rye\nDate: 2024-01-02\nCategory: Bread\nSlug: rye\n\nAn article.\n' >content/rye.md
printf 'Title: Oats\nDate: 2024-01-03\nCategory: Bread\nSlug: oats\n\nAnother.\n' >content/oats.md
printf 'Title: About rye\nSlug: rye\n\nA page.\n' >content/pages/rye.md
cat >conf.py <<'PY'
AUTHOR = "Ann"
TIMEZONE = "UTC"
SITEURL = "https://rye.example"
PLUGINS = ["pelican.plugins.pelican_to_sqlite"]
THEME = "theme"
DIRECT_TEMPLATES = []
PY
venv/bin/pelican content -o out -s conf.py --quiet >/dev/null
find out -name '*.html' | sort | tee "$work/seen"
cat >show.py <<'PY'
import datetime
import sqlite3

TODAY = datetime.date.today().isoformat()
for title, url, date in sqlite3.connect("pelican.db").execute(
    "select title, url, published_date from content order by slug"
):
    print(f"{title}: {url.split('/', 3)[2] == 'rye.example'} /{url.split('/', 3)[3]} {date.replace(TODAY, 'today')}")
PY
venv/bin/python show.py | tee -a "$work/seen"
diff "$work/seen" - <<'SEEN'
out/author/ann.html
out/category/bread.html
out/oats.html
out/pages/rye.html
out/rye.html
Oats: False /oats.html 2024-01-03
About rye: False /pages/rye.html today
SEEN
echo "as described"
