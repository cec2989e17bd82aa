#!/usr/bin/env bash
# lektor-atom 0.4.0 with Lektor 3.3.14: pictures and links of a feed lead elsewhere, and an author has no name.
#
# Expected (RFC 4287, 4.1.3.3 and 3.2.1): relative addresses of an entry's HTML are resolved against the feed's own, unless
# xml:base says otherwise; a name is a human-readable one.
# Seen: Lektor makes addresses relative to the page, and the plugin writes the text as it is, without a base: "field.svg"
# of the page /blog/rye/ is looked for beside the feed, "../oats/" outside of the blog. Without a field for the author,
# an entry has an author whose name is empty.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check lektor==3.3.14 lektor-atom==0.4.0 'setuptools<80'
mkdir -p content/rye content/oats models templates configs
printf '[project]\nname = Grain\nurl = https://rye.example/blog/\n' >grain.lektorproject
cat >models/page.ini <<'INI'
[model]
name = Page
label = {{ this.title }}
[fields.title]
type = string
[fields.pub_date]
type = datetime
[fields.body]
type = markdown
INI
printf '[blog]\nname = Grain\nsource_path = /\nurl_path = /feed.xml\nitems_model = page\n' >configs/atom.ini
echo '{{ this.body }}' >templates/page.html
printf '_model: page\n---\ntitle: Home\n' >content/contents.lr
printf '_model: page\n---\ntitle: Oats\n---\npub_date: 2024-01-01 10:00\n---\nbody: Short.\n' >content/oats/contents.lr
printf '_model: page\n---\ntitle: Rye\n---\npub_date: 2024-01-02 10:00\n---\nbody: ![Field](field.svg) [oats](../oats)\n' \
  >content/rye/contents.lr
echo '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' >content/rye/field.svg
venv/bin/lektor build --output-path out >/dev/null 2>&1
cat >try.py <<'PY'
import re
from urllib.parse import urljoin
from xml.etree import ElementTree

FEED = "https://rye.example/blog/feed.xml"
with open("out/rye/index.html", encoding="utf-8") as file:
    page = file.read()
entry = ElementTree.parse("out/feed.xml").find("{*}entry")
link = entry.find("{*}link").get("href")
base = [value for element in entry.iter() for name, value in element.items() if name.endswith("base")]
print("bases:", base, "author:", repr(entry.findtext("{*}author/{*}name")))
pattern = re.compile('(?:src|href)="?([^" >]+)')
for shown, fed in zip(sorted(pattern.findall(page)), sorted(pattern.findall(entry.findtext("{*}content")))):
    print("page", urljoin(link, shown), "feed", urljoin(FEED, fed))
PY
python3 try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
bases: [] author: ''
page https://rye.example/blog/oats feed https://rye.example/oats
page https://rye.example/blog/rye/field.svg feed https://rye.example/blog/field.svg
SEEN
echo "as described"
