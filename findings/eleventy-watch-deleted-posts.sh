#!/usr/bin/env bash
# Eleventy 3.1.8: in the watch mode a deleted post stays in the lists and between its neighbours.
#
# Expected: when a source is deleted the site is built again, as when one is added, renamed or changed: lists, feeds
# and links to the previous post no longer know it. (That its own page stays in the output folder is documented.)
# Seen: a deletion starts no build, with --incremental and without: the list names the post, and links lead to it. The
# next change of any other file brings it up to date.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
cd "$work"
trap 'kill %1 2>/dev/null || true; wait; rm -rf "$work"' EXIT
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @11ty/eleventy@3.1.8 >/dev/null
mkdir -p site/posts
for number in 1 2 3; do
  printf -- '---\ntitle: Post %s\ndate: 2024-01-0%s\ntags: posts\n---\nText.\n' $number $number >site/posts/$number.md
done
cat >site/index.njk <<'NJK'
{% for post in collections.posts %}{{ post.data.title }}; {% endfor %}
NJK

await() { # await WORDS: until the list has them, at most twenty seconds
  for _ in $(seq 100); do
    if grep -q "$1" out/index.html 2>/dev/null; then break; fi
    sleep 0.2
  done
}

show() { echo "$1: $(grep Post out/index.html | sed "s/ $//")"; }

node_modules/.bin/eleventy --input=site --output=out --watch >log 2>&1 &
await "Post 3"
until grep -q Watching log; do sleep 0.2; done
{
  show "first"
  rm site/posts/2.md
  sleep 6
  show "Post 2 deleted"
  sed -i 's/Post 3/Post Three/' site/posts/3.md
  await "Post Three"
  show "Post 3 renamed"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
first: Post 1; Post 2; Post 3;
Post 2 deleted: Post 1; Post 2; Post 3;
Post 3 renamed: Post 1; Post Three;
SEEN
echo "as described"
