#!/usr/bin/env bash
# bookmarks-parser 0.1.3: descriptions, and what marks a bookmark as private, are not read.
#
# Expected: the parts of the format that services write: <DD> with the description below a bookmark, PRIVATE="1"
# (Pinboard, Shaarli), and the moment in the unit that the file has it in.
# Seen: descriptions are gone, private bookmarks look like all others, and moments in
# microseconds are passed on as they stand, beside seconds.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check bookmarks-parser==0.1.3
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import tempfile
from pathlib import Path

import bookmarks_parser

FILE = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
<DT><A HREF="https://rye.example/" ADD_DATE="1680084000" TAGS="bread">Rye</A>
<DD>How to mill it
<DT><A HREF="https://oats.example/" ADD_DATE="1680084000000000" PRIVATE="1">Oats</A>
</DL>"""
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "bookmarks.html")
    path.write_text(FILE, encoding="utf-8")
    for root in bookmarks_parser.parse(str(path)):
        print(root["title"])
        for each in root["children"]:
            print(" ", {key: value for key, value in each.items() if value})
PY
diff "$work/seen" - <<'SEEN'
Bookmarks Menu
  {'type': 'bookmark', 'url': 'https://rye.example/', 'title': 'Rye', 'add_date': '1680084000', 'tags': ['bread']}
  {'type': 'bookmark', 'url': 'https://oats.example/', 'title': 'Oats', 'add_date': '1680084000000000'}
SEEN
echo "as described"
