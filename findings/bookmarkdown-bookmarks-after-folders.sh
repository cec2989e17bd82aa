#!/usr/bin/env bash
# bookmarkdown 0.1.1: bookmarks that follow a folder are in that folder, and a bookmark without a name has a line break.
#
# Expected: in a file of bookmarks a folder ends with its </DL>; what comes next is in the folder around it, as browsers
# write it and read it again. With headings for folders, such bookmarks stand before the inner folders, or below the
# name of their own once more. <DD> has the description of a bookmark.
# Seen: bookmarks are written where they stand, so that those after a folder are below its heading, the deepest one.
# Descriptions are not there. Instead of a missing name the white space behind the bookmark is the text of its link.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check bookmarkdown==0.1.1
cat >bookmarks.html <<'HTML'
<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3>Bread</H3>
    <DL><p>
        <DT><A HREF="https://rye.example/1">Rye</A>
        <DD>How it grows
        <DT><H3>Ovens</H3>
        <DL><p>
            <DT><A HREF="https://rye.example/2">Bricks</A>
        </DL><p>
        <DT><A HREF="https://rye.example/3"></A>
        <DT><A HREF="https://rye.example/4">Oats</A>
    </DL><p>
    <DT><A HREF="https://news.example/">News</A>
</DL><p>
HTML
venv/bin/btm bookmarks.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
# Bookmarks


## Bread

* [Rye](https://rye.example/1)

### Ovens

* [Bricks](https://rye.example/2)
* [
        ](https://rye.example/3)
* [Oats](https://rye.example/4)
* [News](https://news.example/)

SEEN
echo "as described"
