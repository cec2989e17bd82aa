#!/usr/bin/env bash
# opml2json 0.1.0: a feed outside of a folder loses its address, and so do all feeds of a folder within a folder.
#
# Expected (OPML 2.0): outlines are nested to any depth, and feeds stand beside folders, as readers export them; two
# folders may have one name.
# Seen: what stands at the top is taken for a folder: the feed "Mill" is an empty list; of a folder in a folder there
# is its name; of two folders of one name the last one is left. Nothing is said.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check opml2json==0.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from opml2json.otoj import opml_to_dic

with open("feeds.opml", "w") as file:
    file.write("""<opml version="2.0"><head><title>Feeds</title></head><body>
<outline text="Mill" type="rss" xmlUrl="https://mill.example/feed.xml"/>
<outline text="Grain"><outline text="Rye" type="rss" xmlUrl="https://rye.example/feed.xml"/>
<outline text="Old"><outline text="Oats" type="rss" xmlUrl="https://oats.example/feed.xml"/></outline></outline>
<outline text="Bread"><outline text="Ann" xmlUrl="https://ann.example/feed.xml"/></outline>
<outline text="Bread"><outline text="Bob" xmlUrl="https://bob.example/feed.xml"/></outline>
</body></opml>""")
for name, feeds in opml_to_dic("feeds.opml").items():
    print(name, feeds)
PY
diff "$work/seen" - <<'SEEN'
Mill []
Grain [{'text': 'Rye', 'type': 'rss', 'xmlUrl': 'https://rye.example/feed.xml'}, {'text': 'Old'}]
Bread [{'text': 'Bob', 'xmlUrl': 'https://bob.example/feed.xml'}]
SEEN
echo "as described"
