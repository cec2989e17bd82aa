#!/usr/bin/env bash
# atsphinx-feed 0.1.2, Sphinx 8.1.3: the link to the feed leads to the front page, each build dates all posts anew.
#
# Expected: <link rel="alternate" type="application/atom+xml"> leads to the feed (RSS Autodiscovery); the <updated> of
# an entry is when its post last changed (RFC 4287, 4.2.15), which ":modified_time:" of a page says; "html_baseurl" may
# end with "/", as in Sphinx's documentation, with one "/" in the addresses that are made of it.
# Seen: every page names the front page as its feed. Entries have no date of their own: each is dated on the moment of
# the build, and readers that sort by it show all posts as changed. Addresses, which are the <id>s, have "//".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  atsphinx-feed==0.1.2 atsphinx-og-article==0.2.1 Sphinx==8.1.3 docutils==0.21.2 feedgen==1.0.0
cat >conf.py <<'PY'
project = "Rye"
author = "Ann"
extensions = ["atsphinx.og_article", "atsphinx.feed"]
html_baseurl = "https://rye.example/"
html_title = "Rye"
html_theme = "basic"
exclude_patterns = ["venv"]
PY
printf 'Home\n====\n\n.. toctree::\n\n   rye\n' >index.rst
cat >rye.rst <<'RST'
Rye
===

.. og-article::
   :published_time: 2024-01-02T03:04:05
   :modified_time: 2024-01-03T03:04:05

Sow it.
RST
venv/bin/sphinx-build -q -b html . out >/dev/null 2>&1
cat >show.py <<'PY'
import datetime
import re
from xml.etree import ElementTree

page = open("out/rye.html", encoding="utf-8").read()
print(*re.findall('<link rel="alternate".*?>', page), sep="\n")
print(*re.findall('<meta property="article:.*?>', page), sep="\n")
entry = ElementTree.parse("out/atom.xml").find("{*}entry")
print(entry.findtext("{*}id"))
age = datetime.datetime.now(datetime.timezone.utc) - datetime.datetime.fromisoformat(entry.findtext("{*}updated"))
print("updated within the last hour:", age < datetime.timedelta(hours=1))
PY
venv/bin/python show.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<link rel="alternate" type="application/atom+xml" href="https://rye.example//" />
<meta property="article:published_time" content="2024-01-02T03:04:05" />
<meta property="article:modified_time" content="2024-01-03T03:04:05" />
https://rye.example//rye.html
updated within the last hour: True
SEEN
echo "as described"
