#!/usr/bin/env bash
# bookmarks-converter 1.0.3: all bookmarks of Firefox's menu are gone in Chrome's form, and the conversion "successful".
#
# Expected: what Firefox exports is converted: Chrome has no menu, so its bookmarks go to another folder. The <HR> of a
# separator and the <DD> of a description, which Firefox writes, are read or left out.
# Seen: the file for Chrome is empty, though that for Firefox is not; tags are lost in it. A file with one separator or
# one description is "not a valid bookmarks file".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check bookmarks-converter==1.0.3
"$work/venv/bin/python" - <<'PY'
HEAD = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file.
     It will be read and overwritten.
     DO NOT EDIT! -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<meta http-equiv="Content-Security-Policy"
      content="default-src 'self'; script-src 'none'; img-src data: *; object-src 'none'"></meta>
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>

<DL><p>
"""
RYE = '    <DT><A HREF="https://rye.example/?a=1&amp;b=2" ADD_DATE="1680084000" TAGS="rye,mill">Rye &amp; &lt;oats&gt;</A>\n'
OATS = '    <DT><A HREF="https://oats.example/" ADD_DATE="1680084000">Oats</A>\n'
for name, lines in {
    "plain": RYE + OATS,
    "separator": RYE + "    <HR>" + OATS,
    "description": RYE + "    <DD>How to mill it\n" + OATS,
}.items():
    open(f"{name}.html", "w").write(f"{HEAD}{lines}</DL>\n")
PY
for name in plain separator description; do
    for browser in firefox chrome; do
        echo "-- $name, to $browser"
        "$work/venv/bin/bookmarks-converter" -i "$name.html" -I firefox/html -o "$name.out" -O "$browser/html" 2>&1 |
            grep -E 'successful|error' || true
        test ! -e "$name.out" || grep HREF "$name.out" || echo "no bookmarks"
    done
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
-- plain, to firefox
Conversion successful!
    <DT><A HREF="https://rye.example/?a=1&b=2" ADD_DATE="1680084000">Rye &amp; &lt;oats&gt;</A>
    <DT><A HREF="https://oats.example/" ADD_DATE="1680084000">Oats</A>
-- plain, to chrome
Conversion successful!
no bookmarks
-- separator, to firefox
bookmarks-converter: error: The provided file 'separator.html' is not a valid bookmarks file.
-- separator, to chrome
bookmarks-converter: error: The provided file 'separator.html' is not a valid bookmarks file.
-- description, to firefox
bookmarks-converter: error: The provided file 'description.html' is not a valid bookmarks file.
-- description, to chrome
bookmarks-converter: error: The provided file 'description.html' is not a valid bookmarks file.
SEEN
echo "as described"
