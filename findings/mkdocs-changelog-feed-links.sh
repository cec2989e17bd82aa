#!/usr/bin/env bash
# mkdocs-changelog-feed-plugin 2026.5.14 with MkDocs 1.6.1: links of the feed leave the site; unreleased is new.
#
# Expected: an entry of the feed leads to the pages and pictures that the changelog shows; "[Unreleased]" of Keep a
# Changelog is a list of what is to come, and no release that subscribers are told of.
# Seen: addresses stay relative to the page /blog/CHANGELOG/, while the feed is /blog/CHANGELOG.atom.xml: a reader looks
# for "../mill/" outside of /blog/. The unreleased section is the newest entry, with the time of the last change.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-changelog-feed-plugin==2026.5.14
mkdir docs
echo "# Home" >docs/index.md
echo "# Mill" >docs/mill.md
echo '<svg xmlns="http://www.w3.org/2000/svg"/>' >docs/field.svg
cat >docs/CHANGELOG.md <<'MD'
# Changelog

## [Unreleased]

- Oat bread, perhaps.

## [1.1.0] - 2024-03-02

- Of [the mill](mill.md). ![Field](field.svg)
MD
cat >mkdocs.yml <<'YAML'
site_name: Mill
site_url: https://rye.example/blog/
site_author: Ada
plugins: [changelog_feed]
YAML
venv/bin/mkdocs build --quiet >/dev/null 2>&1
cat >try.py <<'PY'
import re
from urllib.parse import urljoin
from xml.etree import ElementTree

FEED = "https://rye.example/blog/CHANGELOG.atom.xml"
for entry in ElementTree.parse("site/CHANGELOG.atom.xml").iterfind("{*}entry"):
    published = entry.findtext("{*}published")[:10]
    print(entry.findtext("{*}title"), "of", published if published < "2025" else "the file's last change")
    for address in re.findall('(?:href|src)="(.*?)"', entry.findtext("{*}content")):
        print("  ", address, "is", urljoin(FEED, address))
PY
python3 try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
[Unreleased] of the file's last change
[1.1.0] of 2024-03-02
   ../mill/ is https://rye.example/mill/
   ../field.svg is https://rye.example/field.svg
SEEN
echo "as described"
