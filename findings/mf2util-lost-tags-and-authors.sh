#!/usr/bin/env bash
# mf2util 0.5.2: an interpreted entry has no tags, one author of two, one photo of two, and no date of a year's day.
#
# Expected (microformats.org, "h-entry"): "p-category", "p-author" and "u-photo" may come several times, and mf2py 2.0.2
# gives lists; a date may be a year and its day, 2024-002 ("value class pattern", dates), as ISO 8601 allows.
# Seen: categories are not in the result of interpret_entry, nor in that of interpret_feed; the first author and the
# first photo are. "2024-002" is in "published-str", and there is no "published"; entries of a feed have no more.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mf2util==0.5.2 mf2py==2.0.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import logging

import mf2py
import mf2util

logging.disable()
ENTRY = """<article class="h-entry"><h1 class="p-name">Rye</h1><p class="e-content">Sow it.</p>
<time class="dt-published" datetime="{date}">{date}</time> <a class="p-category">bread</a>
<a class="p-category">oats</a> <a class="p-author h-card" href="/ann">Ann</a> <a class="p-author h-card" href="/bo">Bo</a>
<img class="u-photo" src="/1.jpg" alt=""><img class="u-photo" src="/2.jpg" alt=""></article>"""
URL = "https://rye.example/"

for date in ("2024-01-02", "2024-002"):
    parsed = mf2py.parse(doc=ENTRY.format(date=date), url=URL)
    print("mf2py:", {name: len(values) for name, values in sorted(parsed["items"][0]["properties"].items())})
    for name, value in sorted(mf2util.interpret_entry(parsed, URL).items()):
        print(f"    {name}: {value}")
    print("feed:", sorted(mf2util.interpret_feed(parsed, URL)["entries"][0]))
PY
diff "$work/seen" - <<'SEEN'
mf2py: {'author': 2, 'category': 2, 'content': 1, 'name': 1, 'photo': 2, 'published': 1}
    author: {'name': 'Ann', 'url': 'https://rye.example/ann'}
    content: Sow it.
    content-plain: Sow it.
    name: Rye
    photo: https://rye.example/1.jpg
    published: 2024-01-02
    published-str: 2024-01-02
    syndication: []
    type: entry
feed: ['author', 'content', 'content-plain', 'name', 'photo', 'published', 'published-str', 'syndication', 'type']
mf2py: {'author': 2, 'category': 2, 'content': 1, 'name': 1, 'photo': 2, 'published': 1}
    author: {'name': 'Ann', 'url': 'https://rye.example/ann'}
    content: Sow it.
    content-plain: Sow it.
    name: Rye
    photo: https://rye.example/1.jpg
    published-str: 2024-002
    syndication: []
    type: entry
feed: ['author', 'content', 'content-plain', 'name', 'photo', 'published-str', 'syndication', 'type']
SEEN
echo "as described"
