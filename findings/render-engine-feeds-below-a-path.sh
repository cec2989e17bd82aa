#!/usr/bin/env bash
# render-engine 2026.9.1: below a path, each link of a feed leads to a page that is not there; of the posts "C++" and
# "C#" one is gone.
#
# Expected: with the site's address https://rye.example/blog/, a post is at https://rye.example/blog/posts/rye.html,
# as the feed's own address has it; two posts are two pages, or the build ends with a message.
# Seen: links and guids are below https://rye.example/posts/. "C++" and "C#" both are posts/c.html, which shows the
# one that is written last, and the feed has that guid twice. Pictures of the feed are relative, and a post with a
# time beside one with a day is an error of the sorting.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check render-engine==2026.9.1 render-engine-markdown==2023.12.1
cd "$work"
mkdir content
post() { printf -- '---\ntitle: "%s"\ndate: 2024-01-0%s\n---\n%s\n' "$2" "$1" "$3" >"content/$1.md"; }
post 1 Rye '![Field](field.jpg)'
post 2 C++ 'Of C++.'
post 3 'C#' 'Of C#.'
cat >site.py <<'PY'
from render_engine import Blog, Site
from render_engine_markdown import MarkdownPageParser

site = Site()
site.update_site_vars(SITE_TITLE="Rye", SITE_URL="https://rye.example/blog/")
site.output_path = "out"


@site.collection
class Posts(Blog):
    content_path = "content"
    routes = ["posts"]
    Parser = MarkdownPageParser


site.render()
PY
"$work/venv/bin/python" site.py >/dev/null 2>&1
{
  grep -oP '<(link|guid)[^>]*>https[^<]*|rel="self"|href="[^"]*"|src="[^"]*"' out/posts.rss
  ls out/posts
  grep Of out/posts/c.html
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<link>https://rye.example/blog/
href="https://rye.example/blog/posts.rss"
rel="self"
<link>https://rye.example/posts/c.html
<guid isPermaLink="true">https://rye.example/posts/c.html
<link>https://rye.example/posts/c.html
<guid isPermaLink="true">https://rye.example/posts/c.html
src="field.jpg"
<link>https://rye.example/posts/rye.html
<guid isPermaLink="true">https://rye.example/posts/rye.html
c.html
index.html
posts.html
rye.html
<p>Of C++.</p>
SEEN
echo "as described"
