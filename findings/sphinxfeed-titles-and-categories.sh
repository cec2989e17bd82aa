#!/usr/bin/env bash
# sphinxfeed-lsaffre 0.3.7: titles of a feed are HTML with classes, pictures are looked for outside of the site.
#
# Expected: the title of an item is a text, or HTML with no more than its words; a list of tags has one <category> for each;
# an address within the text leads to what the page shows.
# Seen: the title has the page's HTML, "<code class=…><span class=…>" included; the tags of a Markdown page are one category
# '["bread", "mill"]'. Addresses are those of the page, though the feed is in another folder: "../_images/" is above
# the site. Each heading ends with the sign of its link.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  sphinxfeed-lsaffre==0.3.7 Sphinx==9.0.4 myst-parser==5.1.0
cat >conf.py <<'PY'
project = "Rye"
author = "Ann"
copyright = "2024, Ann"
extensions = ["myst_parser", "sphinxfeed"]
feed_base_url = "https://rye.example/blog"
feed_description = "On grain"
feed_filename = "feed.xml"
feed_field_name = "date"
exclude_patterns = ["venv"]
PY
mkdir posts
printf 'Home\n====\n\n.. toctree::\n   :glob:\n\n   posts/*\n' >index.rst
printf -- '---\ndate: "2024-01-02"\ntags: [bread, mill]\n---\n# *Rye* in `C++`\n\nTall. ![Field](field.svg)\n' >posts/rye.md
echo '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' >posts/field.svg
venv/bin/sphinx-build -q -b html . out 2>/dev/null
python3 - <<'PY' | tee "$work/seen"
import re
from urllib.parse import urljoin
from xml.etree import ElementTree

channel = ElementTree.parse("out/feed.xml").find("channel")
item = channel.find("item")
text = item.findtext("description")
print("title", item.findtext("title"))
print("categories", *(element.text for element in item.iter("category")))
print("picture", urljoin("https://rye.example/blog/feed.xml", re.search('src="(.*?)"', text)[1]))
print("heading", repr(re.sub("<.*?>", "", re.search("<h1>.*?</h1>", text)[0])))
PY
diff "$work/seen" - <<'SEEN'
title <em>Rye</em> in <code class="docutils literal notranslate"><span class="pre">C++</span></code>
categories ["bread", "mill"]
picture https://rye.example/_images/field.svg
heading 'Rye in C++¶'
SEEN
echo "as described"
