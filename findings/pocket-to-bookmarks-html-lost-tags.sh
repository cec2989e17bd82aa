#!/usr/bin/env bash
# pocket-to-bookmarks-html 0.2.1: tags, and what is read and what is not, do not come along; a title's signs are tags.
#
# Expected: Pocket's export has tags, two lists ("Unread" and "Read Archive") and dates; Netscape's format has TAGS
# and folders (<H3>), and its titles are escaped HTML.
# Seen: one list without tags and folders, from which nobody can tell the read ones; "&lt;b&gt;" is written as "<b>",
# and an address with a quotation mark ends there.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    pocket-to-bookmarks-html==0.2.1 beautifulsoup4==4.15.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from pathlib import Path

from pocket_to_bookmarks_html import parse_pocket_export, write_to_bookmark_file

Path("pocket.html").write_text("""<!DOCTYPE html>
<html><body><h1>Unread</h1><ul>
<li><a href="https://mill.example/?a=1&amp;copy=2" time_added="1714750000" tags="rye,bread">Use of &lt;b&gt;</a></li>
</ul><h1>Read Archive</h1><ul>
<li><a href="https://mill.example/?q=&quot;rye&quot;" time_added="1714740000" tags="">Search</a></li>
</ul></body></html>
""")
write_to_bookmark_file(parse_pocket_export(Path("pocket.html")), Path("bookmarks.html"))
print(Path("bookmarks.html").read_text(), end="")
PY
diff "$work/seen" - <<'SEEN'
<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
<DT><A HREF="https://mill.example/?a=1&copy=2" ADD_DATE="1714750000" LAST_VISIT="" LAST_MODIFIED="">Use of <b></A>
<DT><A HREF="https://mill.example/?q="rye"" ADD_DATE="1714740000" LAST_VISIT="" LAST_MODIFIED="">Search</A>

</DL><p>
SEEN
echo "as described"
