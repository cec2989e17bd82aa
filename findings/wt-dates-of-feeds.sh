#!/usr/bin/env bash
# wt 3.2.0: the feed of a new site has dates that Atom does not know, entries without one, and no link to its site.
#
# Expected (RFC 4287): each entry has <updated> (4.1.2), a date of RFC 3339 with its offset (3.3); the page of a feed is
# the link "alternate" (4.2.7.2). A feed has the posts.
# Seen, with the templates of "wt init": a time without an offset in a header, as TOML allows, is written without one; a
# page without a date has no <updated>. The front page is the link "alternative", a name that no relation has, and an
# entry among the posts, as are other pages.
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
"$work/venv/bin/pip" install --quiet --disable-pip-version-check wt==3.2.0
venv/bin/wt init site >/dev/null 2>&1
cd site
printf -- '---\nuri = "/blog/oats/"\ntitle = "Oats"\n---\nSow.\n' >pages/blog/oats.md
printf -- '---\nuri = "/blog/rye/"\ntitle = "Rye"\nmodified = 2024-01-02T03:04:05\n---\nMill.\n' >pages/blog/rye.md
../venv/bin/wt build >/dev/null 2>&1
cat >../show.py <<'PY'
from xml.etree import ElementTree

feed = ElementTree.parse("output/atom.xml")
print([(link.get("rel"), link.get("href")) for link in feed.iterfind("{*}link")])
for entry in sorted(feed.iterfind("{*}entry"), key=lambda entry: entry.findtext("{*}title")):
    print([entry.findtext("{*}title"), entry.findtext("{*}updated")])
PY
../venv/bin/python ../show.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[('alternative', 'https://www.example.com/'), ('self', 'https://www.example.com/atom.xml')]
['Oats', None]
['Plaintext file', None]
['Post 1 title', '2016-09-18T20:10:00+04:00']
['Post 2 title', '2016-09-18T11:31:00+04:00']
['Post 3 title', '2016-09-20T20:10:00+04:00']
['Rye', '2024-01-02T03:04:05']
['Welcome to wt-powered site!', '2016-09-20T20:10:00+04:00']
SEEN
echo "as described"
