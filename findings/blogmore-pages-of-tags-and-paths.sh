#!/usr/bin/env bash
# BlogMore 2.44.2: of three tags, "C", "C#" and "C++", one has its posts on a page; below a path links leave the blog.
#
# Expected: each tag has a page with its posts, or tags of one address share a page with the posts of all. With
# "--site-url" of https://rye.example/blog, the pages, the feed and the canonical addresses lead to the same places. A
# description of a page has the words of its first paragraph, in which the mark of a note is none.
# Seen: tags that give one address write one page, each over the one before, and the list of tags leads to it three
# times. A link "/2024/01/02/rye.html" stays on the page, which is outside of /blog, as are the links of the menu; in
# the feed it is below /blog. The number of a note is joined to the word before it in the description.
#
# Needs Python 3.12 or later, as the package does.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for python in python3 python3.13 python3.12 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python; do
  if "$python" -c "import sys; sys.exit(sys.version_info < (3, 12))" 2>/dev/null; then break; fi
done
"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check blogmore==2.44.2
mkdir -p content/posts
post() {
  printf -- '---\ntitle: %s\ndate: 2024-01-0%s\ntags: ["%s"]\n---\n%b\n' "$1" "$2" "$3" "$4" >"content/posts/$1.md"
}
post rye 2 'C#' 'Sow rye[^1].\n\n[^1]: Not later.'
post oats 3 'C' 'See [rye](/2024/01/02/rye.html).'
post mill 4 'C++' 'It grinds.'
venv/bin/blogmore build content -o out --site-url https://rye.example/blog >/dev/null 2>&1
cat >show.py <<'PY'
import re
from html import unescape
from pathlib import Path


def read(name):
    return unescape(Path("out", name).read_text(encoding="utf-8"))


print("tags:", re.findall('href="(/tag/.*?)"', read("tags.html")))
print("posts of /tag/c/:", len(re.findall('<h2 class="p-name"><a class="u-url"', read("tag/c/index.html"))))
oats = read("2024/01/03/oats.html")
print("canonical:", re.findall('rel="canonical" href="(.*?)"', oats))
print("page:", sorted(set(re.findall('href="([^"]*rye.html)"', oats))))
print("feed:", sorted(set(re.findall('href="([^"]*rye.html)"', read("feed.xml")))))
print(re.findall('name="description" content="(.*?)"', read("2024/01/02/rye.html")))
PY
venv/bin/python show.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
tags: ['/tag/c/index.html', '/tag/c/index.html', '/tag/c/index.html']
posts of /tag/c/: 1
canonical: ['https://rye.example/blog/2024/01/03/oats.html']
page: ['/2024/01/02/rye.html']
feed: ['https://rye.example/blog/2024/01/02/rye.html']
['Sow rye1.']
SEEN
echo "as described"
