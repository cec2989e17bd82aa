#!/usr/bin/env bash
# pelican-seo 1.4.0 with Pelican 4.12.0: the path to a post ends with "Index", and has slugs for titles.
#
# Expected (schema.org, BreadcrumbList): each item names a page as its readers know it, the last one the post itself, by its
# title and the address that Pelican gives it; a date is one of ISO 8601, as Article asks for.
# Seen: with addresses that end with "/", the file "index.html" is a page of its own after the post, at another address;
# a name is the slug with its first letter in upper case, so that "Why C++?" is "Why c". Folders that have no page are
# pages. The date is what the author wrote.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pelican==4.12.0 Markdown==3.10 pelican-seo==1.4.0
mkdir -p content theme/templates
printf 'Title: Why C++?\nDate: 2 January 2024\nCategory: Code\n\nIt is old.\n' >content/why.md
cat >pelicanconf.py <<'PY'
PLUGINS = ["pelican.plugins.seo"]
SEO_REPORT = False
SEO_ENHANCER = True
SITENAME = "Rye"
SITEURL = "https://rye.example"
AUTHOR = "Ann"
ARTICLE_URL = "posts/{slug}/"
ARTICLE_SAVE_AS = "posts/{slug}/index.html"
THEME = "theme"
DIRECT_TEMPLATES = []
PY
for template in author category tag period_archives page index article; do
  echo '<html><head><title>x</title></head><body></body></html>' >theme/templates/$template.html
done
venv/bin/pelican content -o out -s pelicanconf.py --quiet >/dev/null
cat >try.py <<'PY'
import json
import re
from pathlib import Path

page = Path("out/posts/why-c/index.html").read_text()
print("canonical", re.search('<link href="(.*?)"', page)[1])
for text in re.findall('<script type="application/ld.json">(.*?)</script>', page):
    data = json.loads(text)
    for item in data.get("itemListElement", []):
        print(item["position"], item["name"], item["item"])
    print(data["@type"], data.get("headline"), data.get("datePublished"))
print("pages", *sorted(str(path.parent.relative_to("out")) for path in Path("out").rglob("index.html")))
PY
venv/bin/python try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
canonical https://rye.example/posts/why-c/
1 Rye https://rye.example
2 Posts https://rye.example/posts
3 Why c https://rye.example/posts/why-c
4 Index https://rye.example/posts/why-c/index.html
BreadcrumbList None None
Article Why C++? 2024-01-02 00:00
pages posts/why-c
SEEN
echo "as described"
