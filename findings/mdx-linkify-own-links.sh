#!/usr/bin/env bash
# mdx_linkify 2.1 with bleach 6.4.0: names of files become links, and the links of one's own pages get rel="nofollow".
#
# Expected: an extension that makes links of addresses leaves those that Markdown already made as they are, and links
# any address that begins with a scheme; linkify-it-py 2.2.0 does both, if "fuzzy" links are off.
# Seen: "nofollow", which asks search engines not to follow, is on all links, relative ones and fragments included. A
# name such as "readme.md" or "ASP.NET" leads to a website of that name; an address with a newer domain is no link.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mdx_linkify==2.1 bleach==6.4.0 Markdown==3.11.3 \
  markdown-it-py==4.3.0 linkify-it-py==2.2.0 2>/dev/null
cat >"$work/try.py" <<'PY'
import markdown
from markdown_it import MarkdownIt

linkify_it = MarkdownIt("commonmark", {"linkify": True}).enable("linkify")
linkify_it.linkify.set({"fuzzy_link": False})
for text in (
    "[Home](/), [below](#notes) and [rye](https://rye.example/)",
    "Open readme.md, sow.py or the ASP.NET page.",
    "https://oats.example/ and https://rye.museum/, https://farm.garden/",
):
    print("mdx_linkify:", markdown.markdown(text, extensions=["mdx_linkify"]))
    print("linkify-it: ", linkify_it.render(text).strip())
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
mdx_linkify: <p><a href="/" rel="nofollow">Home</a>, <a href="#notes" rel="nofollow">below</a> and <a href="https://rye.example/" rel="nofollow">rye</a></p>
linkify-it:  <p><a href="/">Home</a>, <a href="#notes">below</a> and <a href="https://rye.example/">rye</a></p>
mdx_linkify: <p>Open <a href="http://readme.md" rel="nofollow">readme.md</a>, <a href="http://sow.py" rel="nofollow">sow.py</a> or the <a href="http://ASP.NET" rel="nofollow">ASP.NET</a> page.</p>
linkify-it:  <p>Open readme.md, sow.py or the ASP.NET page.</p>
mdx_linkify: <p>https://oats.example/ and <a href="https://rye.museum/" rel="nofollow">https://rye.museum/</a>, https://farm.garden/</p>
linkify-it:  <p><a href="https://oats.example/">https://oats.example/</a> and <a href="https://rye.museum/">https://rye.museum/</a>, <a href="https://farm.garden/">https://farm.garden/</a></p>
SEEN
echo "as described"
