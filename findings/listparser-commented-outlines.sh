#!/usr/bin/env bash
# listparser 0.20: a subscription that is commented out is one of the feeds.
#
# Expected (OPML 2.0, "Outline elements": `isComment` says that an outline is commented, and by convention all
# beneath it too): a feed with isComment="true" is not among the feeds that one follows.
# Seen: it is, and so are those beneath a commented folder.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check listparser==0.20
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import listparser

LIST = """<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body>
<outline text="Bread" type="rss" xmlUrl="https://bread.example/feed"/>
<outline text="Left" type="rss" xmlUrl="https://left.example/feed" isComment="true"/>
<outline text="Old" isComment="true">
<outline text="Older" type="rss" xmlUrl="https://older.example/feed"/></outline></body></opml>"""
print([feed.title for feed in listparser.parse(LIST).feeds])
PY
diff "$work/seen" - <<'SEEN'
['Bread', 'Left', 'Older']
SEEN
echo "as described"
