#!/usr/bin/env bash
# mkdocs-print-site-plugin 2.9: the links back from the notes lead nowhere.
#
# Expected: the page that has all pages gives each id the name of its page, and each link to it the same, so that
# a note leads to its mark, and a mark to its note.
# Seen: the ids of notes and headings get the name, but that of a mark does not, as it is an id of <sup>; the link
# back has the name, and leads nowhere. The marks of all pages have the same id.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mkdocs==1.6.1 mkdocs-print-site-plugin==2.9 Markdown==3.10 beautifulsoup4==4.14.3
mkdir docs
for name in rye oats; do printf '# %s\n\nSow[^1] it.\n\n[^1]: In October.\n' $name >docs/$name.md; done
mv docs/rye.md docs/index.md
cat >mkdocs.yml <<'YAML'
site_name: Rye
site_url: https://rye.example/
plugins: [print-site]
markdown_extensions: [footnotes]
YAML
cat >try.py <<'PY'
from collections import Counter

from bs4 import BeautifulSoup

for path in ("out/oats/index.html", "out/print_page/index.html"):
    with open(path, encoding="utf-8") as file:
        page = BeautifulSoup(file, "html.parser").find(role="main")
    ids = Counter(element["id"] for element in page.find_all(id=True))
    print(path, "ids of marks:", *(f"{name} ({count})" for name, count in ids.items() if name.startswith("fnref")))
    for link in page.find_all("a", class_=["footnote-ref", "footnote-backref"]):
        print(" ", link["href"], "is there" if link["href"][1:] in ids else "leads nowhere")
PY
venv/bin/mkdocs build --quiet --site-dir out 2>/dev/null
venv/bin/python try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
out/oats/index.html ids of marks: fnref:1 (1)
  #fn:1 is there
  #fnref:1 is there
out/print_page/index.html ids of marks: fnref:1 (2)
  #index-fn:1 is there
  #index-fnref:1 leads nowhere
  #oats-fn:1 is there
  #oats-fnref:1 leads nowhere
SEEN
echo "as described"
