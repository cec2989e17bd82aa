#!/usr/bin/env bash
# mkdocs-feed 0.1.2 with MkDocs 1.6.1: addresses in code become others in the feed, and "&" in a title is "&amp;".
#
# Expected: in a feed with the whole text, the addresses of links and pictures are completed; code that shows how a link
# is written has what the page shows. A title is escaped once, as XML.
# Seen: href="oats.html" is completed wherever it stands: in a code block, and in code within a sentence. The title "Rye
# & oats" is escaped before the template escapes it again. A summary has the numbers and arrows of notes.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-feed==0.1.2
mkdir docs
cat >docs/index.md <<'MD'
# Rye & oats

Write:[^1]

    <a href="oats.html">Oats</a>

or `src="mill.svg"` for [oats](oats.md).

[^1]: By hand.
MD
echo "# Oats" >docs/oats.md
cat >mkdocs.yml <<'YAML'
site_name: Mill
site_url: https://rye.example/
markdown_extensions: [footnotes]
plugins:
  - feed:
      full_content: true
      exclude: [oats.md]
YAML
venv/bin/mkdocs build --quiet >/dev/null 2>&1
cat >try.py <<'PY'
import html
import re
from pathlib import Path
from xml.etree import ElementTree

item = ElementTree.parse("site/feed.xml").find("channel/item")
print("title  ", item.findtext("title"))
print("summary", item.findtext("description"))
feed = item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")
for name, text in (("page", Path("site/index.html").read_text()), ("feed", feed)):
    print(name, [html.unescape(code) for code in re.findall(r"<code>(.*?)\n?</code>", text, re.DOTALL)])
PY
python3 try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
title   Rye &amp; oats
summary Write:1 or src="mill.svg" for oats. By hand. ↩
page ['<a href="oats.html">Oats</a>', 'src="mill.svg"']
feed ['<a href="https://rye.example/oats.html">Oats</a>', 'src="https://rye.example/mill.svg"']
SEEN
echo "as described"
