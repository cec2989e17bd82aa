#!/usr/bin/env bash
# mkdocs-rss-plugin 1.19.0: a site whose name has "&" has malformed feeds, and a note is "[^1]".
#
# Expected (XML 1.0, 2.4): "&" is "&amp;" wherever a text stands, the name of the site within an item included; the
# text of an entry is what the page shows, made with the site's own extensions.
# Seen: in <title> of the channel the sign is escaped, but not in <image> and <source>, nor in a category: no parser
# reads the feed. The text is made again without the extensions: the mark of a note stays as it is written, and the lines
# of a block of code are one. A site without a picture has one with the address "None".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mkdocs==1.6.1 mkdocs-rss-plugin==1.19.0 Markdown==3.10
mkdir docs
printf '# Home\n' >docs/index.md
cat >docs/rye.md <<'MD'
---
date: 2024-01-02
---
# Rye

Sow[^1] it in *October*.

```
rye = 2
oats = 3
```

[^1]: Not later.
MD
cat >try.py <<'PY'
import re
import xml.etree.ElementTree as ElementTree

for name in ("Rye", "Rye & oats"):
    with open(f"out-{name}/feed_rss_created.xml", encoding="utf-8") as file:
        text = file.read()
    try:
        item = ElementTree.fromstring(text).find("channel/item")
        print(f"{name}: {item.findtext('description')!r}")
    except ElementTree.ParseError as error:
        print(f"{name}: {error.msg.split(':')[0]}")
    for found in re.findall(r"<url>.*?</url>|<title>Rye &.*?</title>|<source.*?</source>", text):
        print(" ", found)
PY
for name in "Rye" "Rye & oats"; do
  cat >mkdocs.yml <<YAML
site_name: $name
site_url: https://rye.example/
plugins:
  - rss: {match_path: "rye.md", use_git: false, date_from_meta: {as_creation: date}}
markdown_extensions: [footnotes, fenced_code]
YAML
  venv/bin/mkdocs build --quiet --site-dir "out-$name" 2>/dev/null
done
venv/bin/python try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Rye: '<h1>Rye</h1> <p>Sow[^1] it in <em>October</em>.</p> <p><code>rye = 2 oats = 3</code></p> <p>[^1]: Not later.</p>'
  <url>None</url>
  <source url="https://rye.example/feed_rss_created.xml">Rye</source>
Rye & oats: not well-formed (invalid token)
  <title>Rye &amp; oats</title>
  <url>None</url>
  <title>Rye & oats</title>
  <source url="https://rye.example/feed_rss_created.xml">Rye & oats</source>
SEEN
echo "as described"
