#!/usr/bin/env bash
# Nikola 8.3.3: after a change, neighbours have the old title of a post, and the sitemap tags and posts that are gone.
#
# Expected: a build makes again what shows a post: the links before and after it, the lists, the feeds and the
# sitemap, as it does when a shortcode or a date changes.
# Seen: a new title is in the lists and feeds, but the posts beside it link to it by the old one until they are saved.
# The page and feed of a tag that no post has any more stay in the output and in the sitemap, where search engines
# find the post under it; so does a post whose slug has changed, at both addresses. A build without the cache and the
# output of earlier ones is right.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check "Nikola==8.3.3" "Markdown==3.10"
venv/bin/nikola init --quiet site >/dev/null 2>&1
cd site
mkdir -p posts
cat >>conf.py <<'PY'
POSTS = (("posts/*.md", "posts", "post.tmpl"),)
PAGES = ()
COMPILERS = {"markdown": (".md",)}
PY
for number in 1 2; do
  cat >posts/$number.md <<MD
<!--
.. title: Post $number
.. slug: post-$number
.. date: 2024-01-0$number 00:00:00 UTC
.. tags: tag-$number
-->

Text.
MD
done
build() { ../venv/bin/nikola build --quiet >/dev/null 2>&1; }
show() {
  echo "$1"
  echo "  next of post 1:" $(grep -A 1 'rel="next"' output/posts/post-1/index.html | grep -o 'title="[^"]*"' | sort -u)
  echo "  list:" $(grep -o 'Post T[a-z]*\|Post [0-9]' output/index.html | sort -u)
  echo "  sitemap:" $(grep -oE '(categories|posts)/[a-z0-9-]+/' output/sitemap.xml)
}
{
  build
  sed -i 's/Post 2/Post Two/' posts/2.md
  build
  show "another title"
  sed -i 's/post-2/second/; s/tag-2/tag-1/' posts/2.md
  build
  show "another slug and tag"
  sed -i 's/Post Two/Post Three/' posts/2.md
  rm -rf output cache .doit.db*
  build
  show "from the start, with a third title"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
another title
  next of post 1: title="Post 2"
  list: Post 1 Post Two
  sitemap: categories/tag-1/ categories/tag-2/ posts/post-1/ posts/post-2/
another slug and tag
  next of post 1: title="Post Two"
  list: Post 1 Post Two
  sitemap: categories/tag-1/ categories/tag-2/ posts/post-1/ posts/post-2/ posts/second/
from the start, with a third title
  next of post 1: title="Post Three"
  list: Post 1 Post Three
  sitemap: categories/tag-1/ posts/post-1/ posts/second/
SEEN
echo "as described"
