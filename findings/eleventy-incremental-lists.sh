#!/usr/bin/env bash
# Eleventy 3.1.8: with --incremental a new title or date is not in the list of posts, nor in its neighbours.
#
# Expected: a page that reads collections is made again when a page of the collection changes, as pages are whose
# layout, include, macro or data file changes: all of these are right.
# Seen: only the post itself is made again. The list has its old title and order, and the link "next" in the post
# before it too, until that page is saved. Pages that say "eleventyImport: {collections: [posts]}" are right; it has
# to be said of every page that reads a collection, and a page that does not say it is stale without a word.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
cd "$work"
trap 'kill %1 2>/dev/null || true; wait; rm -rf "$work"' EXIT
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @11ty/eleventy@3.1.8 >/dev/null
mkdir -p site/posts site/_includes
for number in 1 2; do
  printf -- '---\ntitle: Post %s\ndate: 2024-01-0%s\ntags: posts\nlayout: post.njk\n---\nText.\n' $number $number \
    >site/posts/$number.md
done
cat >site/_includes/post.njk <<'NJK'
{{ title }}{% set next = collections.posts | getNextCollectionItem(page) %}, next: {{ next.data.title }}
NJK
cat >site/list.njk <<'NJK'
{% for post in collections.posts %}{{ post.data.title }}; {% endfor %}
NJK
(printf -- '---\neleventyImport: {collections: [posts]}\n---\n' && cat site/list.njk) >site/imports.njk

await() { # await WORDS FILE: until the file has them, at most twenty seconds
  for _ in $(seq 100); do
    if grep -q "$1" "$2" 2>/dev/null; then break; fi
    sleep 0.2
  done
}

node_modules/.bin/eleventy --input=site --output=out --watch --incremental >log 2>&1 &
await Watching log
sed -i 's/Post 2/Post Two/' site/posts/2.md
await "Post Two" out/posts/2/index.html
await "Post Two" out/imports/index.html
sleep 3
(cd out && grep -r Post posts/2 posts/1 list imports | sed 's/ $//') | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
posts/2/index.html:Post Two, next:
posts/1/index.html:Post 1, next: Post 2
list/index.html:Post 1; Post 2;
imports/index.html:Post 1; Post Two;
SEEN
echo "as described"
