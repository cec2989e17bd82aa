#!/usr/bin/env bash
# RSS-OPML-to-Markdown 0.0.7: a feed that is in no folder is not in the Markdown, and a bar in a title adds a column.
#
# Expected: each feed of a list of subscriptions is there, as feeds without a folder are valid OPML and what many
# readers export; "|" is escaped in a table.
# Seen: feeds are listed by their tags, which listparser makes of folders and of the attribute "category"; what has
# none is left out without a message.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check RSS-OPML-to-Markdown==0.0.7 listparser==0.18
cd "$work"
cat >feeds.opml <<'OPML'
<?xml version="1.0"?>
<opml version="2.0"><head><title>Feeds</title></head><body>
<outline type="rss" text="Ann's mill" xmlUrl="https://ann.example/feed"/>
<outline text="Rye">
<outline type="rss" text="Tom | oats" xmlUrl="https://tom.example/feed"/>
</outline>
</body></opml>
OPML
"$work/venv/bin/RSS_OPML_to_Markdown" feeds.opml | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
# Rye

| title      | url                      |
|:-----------|:-------------------------|
| Tom | oats | https://tom.example/feed |


SEEN
echo "as described"
