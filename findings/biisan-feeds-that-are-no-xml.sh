#!/usr/bin/env bash
# biisan 0.9.0: the feed is no XML as soon as a title has an ampersand, and all posts are of the category "Blog Entry".
#
# Expected: titles are escaped in a feed, and on pages "<" is shown; the category of a post is in the feed, which the
# site makes for each category.
# Seen: "Rye & oats" stands in the feed as it is, so that a reader refuses the whole of it; a title "Use of <i>" makes
# all that follows on the page italic; "grain" is in the path of the feed, and its items say "Blog Entry".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check biisan==0.9.0 docutils==0.23 marko==2.2.4
mkdir -p site/blog site/extra site/templates out
cat >site/biisan_local_settings.py <<'PY'
import os

from glueplate import Glue

settings = Glue(
    blog=Glue(title="Mill", base_url="https://mill.example", language="en"),
    dir=Glue(output=os.path.abspath("../out")),
    GLUE_PLATE_PLUS_BEFORE_template_dirs=[os.path.abspath("templates")],
    multiprocess=1,
)
PY
printf 'About\n=====\n\n:slug: about\n:date: 2024-05-01 10:00\n\nx\n' >site/extra/about.rst
cat >site/blog/rye.md <<'MD'
---
title: Rye & oats
slug: rye
date: 2024-05-03 23:30
category: grain
---

Text.
MD
sed 's/Rye & oats/Use of <i>/; s/slug: rye/slug: tag/' site/blog/rye.md >site/blog/tag.md
(cd site && BIISAN_SETTINGS_MODULE=biisan_local_settings PYTHONPATH=. "$work/venv/bin/python" -m biisan.generate) \
    >log 2>&1
python3 - <<'PY' | tee seen
from pathlib import Path
from xml.etree import ElementTree

feed = Path("out/api/feed/grain/index.xml").read_text()
print(*sorted(line.strip() for line in feed.splitlines() if "<title>" in line or "<category>" in line), sep="\n")
try:
    ElementTree.fromstring(feed)
except ElementTree.ParseError as error:
    print("no XML:", str(error).split(":")[0])
page = Path("out/blog/2024/05/03/tag/index.html").read_text()
print(page[page.index("<h1>"):].split("<p")[0].strip())
PY
diff seen - <<'SEEN'
<category>Blog Entry</category>
<category>Blog Entry</category>
<title>Mill</title>
<title>Rye & oats</title>
<title>Use of <i></title>
no XML: not well-formed (invalid token)
<h1>Use of <i>
SEEN
echo "as described"
