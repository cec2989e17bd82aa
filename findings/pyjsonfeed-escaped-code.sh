#!/usr/bin/env bash
# pyjsonfeed 1.0.0: code that shows a tag becomes the tag, and a feed with one post of plain text cannot be read at all.
#
# Expected (JSON Feed 1, "Items"): an item has content_html, content_text, or both. content_html is HTML once JSON is
# read, so that "&lt;br&gt;" shows a reader "<br>".
# Seen: references are decoded in content_html, when a feed is read and when an item is made for a new one: "<br>" that
# was shown is a line break, and "a &lt; b" is "a < b" as HTML. An item with content_text alone ends the reading with a
# TypeError; a link blog or a feed of short posts has only such.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyjsonfeed==1.0.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from pyjsonfeed.pyjsonfeed import Item, parse

FEED = '{"version": "https://jsonfeed.org/version/1", "title": "Rye", "items": [%s]}'

for item in (
    '{"id": "1", "content_html": "<p>Type <code>&lt;br&gt;</code>.</p>"}',
    '{"id": "2", "content_html": "<p>Sow it.</p>", "content_text": "Sow it."}',
    '{"id": "3", "content_text": "Sow it."}',
):
    try:
        print(parse(FEED % item).items[0].content_html)
    except TypeError as error:
        print("TypeError:", error)
print(Item("4", content_html="<p>if a &lt; b</p>").content_html)
PY
diff "$work/seen" - <<'SEEN'
<p>Type <code><br></code>.</p>
<p>Sow it.</p>
TypeError: argument of type 'NoneType' is not iterable
<p>if a < b</p>
SEEN
echo "as described"
