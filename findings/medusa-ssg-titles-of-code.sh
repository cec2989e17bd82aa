#!/usr/bin/env bash
# medusa-ssg 0.1.9: "&" in a title ends the feed, a comment in code is the title of a post, and links lose their "#".
#
# Expected (XML 1.0, 2.4): "&" is "&amp;" in a feed. The title of a post is the one in its header, if it has one, or the
# first heading; in code there is none. A feed has the posts, and an address keeps the part after its "#".
# Seen: nothing is escaped in rss.xml, which no parser reads then. The title of a header is not used where the text has
# a line that begins with "#", within code, too. The front page is an item of the feed, as old as its file. "#" is taken
# out of addresses and of code, in the page as well, since what comes after it is a tag.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check medusa-ssg==0.1.9
mkdir -p site/posts site/_layouts data
printf 'title: Bread\nurl: https://rye.example\n' >data/site.yaml
printf '# Bread\n\nWelcome.\n' >site/index.md
echo '<h1>{{ current_page.title }}</h1>{{ page_content }}' >site/_layouts/default.html.jinja
cat >site/posts/2024-01-02-mill.md <<'MD'
---
title: Our mill
---
See <https://rye.example/#mill> for `#rye`.

```sh
# install it
```
MD
venv/bin/medusa build >/dev/null
cp output/rss.xml plain.xml
printf '# Rye & oats\n\nSow.\n' >site/posts/2024-01-03-rye.md
venv/bin/medusa build >/dev/null
cat >show.py <<'PY'
from xml.etree import ElementTree

for item in ElementTree.parse("plain.xml").iterfind("channel/item"):
    print([item.findtext(name) for name in ("title", "link", "description")])
try:
    ElementTree.parse("output/rss.xml")
except ElementTree.ParseError as error:
    print("with a second post:", error)
print(open("output/posts/mill/index.html", encoding="utf-8").read().strip())
PY
venv/bin/python show.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
['Bread', 'https://rye.example/', 'Bread']
['install it', 'https://rye.example/posts/mill/', 'See for `rye`.']
with a second post: not well-formed (invalid token): line 7, column 18
<h1>install it</h1><p>See <a href="https://rye.example/mill">https://rye.example/mill</a> for <code>rye</code>.</p>
<div class="highlight"><pre><span></span><span class="c1"># install it</span>
</pre></div>
SEEN
echo "as described"
