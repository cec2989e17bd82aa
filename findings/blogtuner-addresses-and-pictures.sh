#!/usr/bin/env bash
# blogtuner 0.13.8: the addresses of a feed are glued to that of the site, and pictures of a post are not published.
#
# Expected: "base_url" is the address of the blog, with or without "/" at its end, and a post's address is below it; the
# link of an RSS channel leads to the site (RSS 2.0, "Required channel elements"). A picture that a post shows is
# copied, or the build says that it is not, and a feed leads to where it is.
# Seen: without "/" a post is at "https://rye.example/blogrye.html", in its <guid>, too. The channel leads to the feed
# itself, and pages to the root of the host. Pictures stay behind without a word, and a feed has the bare names of their
# files, and "mill.md" for the post that is linked.
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
"$work/venv/bin/pip" install --quiet --disable-pip-version-check blogtuner==0.13.8
mkdir blog
printf 'name = "Bread"\nauthor = "Ann"\nbase_url = "https://rye.example/blog"\n' >blog/blog.toml
printf -- '---\ntitle: Rye\npubdate: 2024-01-02\n---\n![A field](field.png) by [the mill](mill.md).\n' >blog/rye.md
printf -- '---\ntitle: The mill\npubdate: 2024-01-03\n---\nIt grinds.\n' >blog/mill.md
printf '\x89PNG\r\n\x1a\n' >blog/field.png
venv/bin/blogtuner --src-dir blog build out >/dev/null 2>&1
cat >show.py <<'PY'
from pathlib import Path
from xml.etree import ElementTree

channel = ElementTree.parse("out/feed.xml").find("channel")
print(channel.findtext("link"))
for item in sorted(channel.iterfind("item"), key=lambda item: item.findtext("title")):
    print([item.findtext(name).strip() for name in ("link", "guid", "description")])
print(sorted(path.name for path in Path("out").iterdir() if path.suffix != ".css"))
PY
venv/bin/python show.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
https://rye.example/blogfeed.xml
['https://rye.example/blogrye.html', 'https://rye.example/blogrye.html', '<p><img src="field.png" alt="A field" /> by <a href="mill.md">the mill</a>.</p>']
['https://rye.example/blogmill.html', 'https://rye.example/blogmill.html', '<p>It grinds.</p>']
['feed.xml', 'index.html', 'mill.html', 'rye.html']
SEEN
echo "as described"
