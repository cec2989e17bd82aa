#!/usr/bin/env bash
# MkDocs 1.6.1, mkdocs-rss-plugin 1.19.0: after "build --dirty" the search and the feed know only what was changed.
#
# Expected: "--dirty" makes only the pages again that have changed, so that menus and lists may be old; what is a file
# for the whole site has every page, as the sitemap does.
# Seen: the search index has the changed page alone, and the feed this one post: nothing else on the site can be
# found, and subscribers see no other post. The list of the blog (Material 9.7.7) is not made again either. A build
# without "--dirty" brings all back.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mkdocs==1.6.1 mkdocs-material==9.7.7 mkdocs-rss-plugin==1.19.0
mkdir -p docs/blog/posts
echo "# Home" >docs/index.md
echo "# Blog" >docs/blog/index.md
for number in 1 2 3; do
  printf -- '---\ndate: 2024-01-0%s\n---\n# Post %s\n\nText.\n' $number $number >docs/blog/posts/$number.md
done
cat >mkdocs.yml <<'YAML'
site_name: Rye
site_url: https://rye.example/
theme: material
plugins:
  - blog:
      post_url_format: "{file}"
      archive: false
  - search
  - rss:
      match_path: blog/posts/.*
      date_from_meta:
        as_creation: date
YAML
cat >try.py <<'PY'
import json
import re
from pathlib import Path


def titles(pattern, path):
    return sorted(set(re.findall(pattern, Path("site", path).read_text())))


index = json.loads(Path("site/search/search_index.json").read_text())
print("search: ", sorted(page["location"] for page in index["docs"]))
print("feed:   ", titles("<title>(Post.*?)</title>", "feed_rss_created.xml"))
print("blog:   ", titles("(?<=>)Post [^<]*", "blog/index.html"))
print("sitemap:", titles("(?<=rye.example/)blog/.*(?=</loc>)", "sitemap.xml"))
PY
{
  venv/bin/mkdocs build --quiet >/dev/null 2>&1
  python3 try.py
  sleep 1
  sed -i 's/Post 2/Post Two/' docs/blog/posts/2.md
  venv/bin/mkdocs build --quiet --dirty >/dev/null 2>&1
  python3 try.py
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
search:  ['', 'blog/', 'blog/1/', 'blog/2/', 'blog/3/']
feed:    ['Post 1', 'Post 2', 'Post 3']
blog:    ['Post 1', 'Post 2', 'Post 3']
sitemap: ['blog/', 'blog/1/', 'blog/2/', 'blog/3/']
search:  ['blog/2/']
feed:    ['Post Two']
blog:    ['Post 1', 'Post 2', 'Post 3']
sitemap: ['blog/', 'blog/1/', 'blog/2/', 'blog/3/']
SEEN
echo "as described"
