#!/usr/bin/env bash
# bkmk 0.1: the description of a bookmark or a folder becomes the end of its name, and tags are lost.
#
# Expected: <DD> after a bookmark is its description, as browsers and services write it, for which XBEL has <desc>; a
# file that is read and written is the same.
# Seen: the words of both join without a space, "Rye & oatsHow to mill it"; TAGS and PRIVATE are not written.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check bkmk==0.1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import io

from bkmk import Bookmarks

FILE = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1680084000">Bread</H3>
    <DD>What we bake
    <DL><p>
        <DT><A HREF="https://rye.example/" ADD_DATE="1680084000" TAGS="rye,mill" PRIVATE="1">Rye &amp; oats</A>
        <DD>How to mill it
    </DL><p>
</DL>
"""
for name in ("xbel", "netscape-html"):
    written = io.StringIO()
    Bookmarks.read(io.StringIO(FILE), "netscape-html").write(written, name)
    print(written.getvalue().strip())
PY
diff "$work/seen" - <<'SEEN'
<?xml version='1.0' encoding='utf-8'?>
<xbel version="1.0">
  <title>Bookmarks</title>
  <folder added="2023-03-29T10:00:00Z">
    <title>BreadWhat we bake</title>
    <bookmark added="2023-03-29T10:00:00Z" href="https://rye.example/">
      <title>Rye &amp; oatsHow to mill it</title>
    </bookmark>
  </folder>
</xbel>
<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1680084000">BreadWhat we bake</H3>
    <DL><p>
        <DT><A ADD_DATE="1680084000" HREF="https://rye.example/">Rye &amp; oatsHow to mill it</A>
    </DL><p>
</DL><p>
SEEN
echo "as described"
