#!/usr/bin/env bash
# ABlog 0.11.13: below a path, the pictures of the feed are not there, and a summary has numbers and paths for words.
#
# Expected: with "blog_baseurl" of https://rye.example/blog and full text, a picture of the feed leads to where it is,
# /blog/_images/; a summary has the words of the paragraphs that it is made of.
# Seen: the path of the site is left out of a picture's address. In the summary the mark of a note is a number
# among the words, a link to a page has the page's path for its title, and two paragraphs join without a space.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ablog==0.11.13 Sphinx==9.0.4
cat >conf.py <<'PY'
project = "Rye"
extensions = ["ablog"]
blog_title = "Rye"
blog_baseurl = "https://rye.example/blog"
blog_feed_fulltext = True
html_theme = "basic"
exclude_patterns = ["venv"]
fontawesome_included = True
PY
printf 'Home\n====\n\n.. toctree::\n\n   rye\n   mill\n' >index.rst
printf 'The mill\n========\n\nIt grinds.\n' >mill.rst
cat >rye.rst <<'RST'
.. post:: 2 Jan 2024
   :excerpt: 2

Rye
===

Sow [1]_ rye for :doc:`mill`.

It is tall.

.. image:: field.svg
   :alt: A field

.. [1] In October.
RST
echo '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' >field.svg
venv/bin/sphinx-build -q -b html . out
cat >try.py <<'PY'
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

entry = ElementTree.parse("out/blog/atom.xml").find("{*}entry")
print("link   ", entry.find("{*}link").get("href"))
print("picture", re.search('src="(.*?)"', entry.findtext("{*}content"))[1])
print("on disk", *Path("out").glob("_images/*"))
print("page   ", unescape(re.sub("<.*?>", "", re.search("<p>(Sow.*?)</p>", Path("out/rye.html").read_text())[1])))
print("summary", entry.findtext("{*}summary"))
PY
venv/bin/python try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
link    https://rye.example/blog/rye.html
picture https://rye.example/_images/field.svg
on disk out/_images/field.svg
page    Sow [1] rye for The mill.
summary Sow 1 rye for mill.It is tall.
SEEN
echo "as described"
