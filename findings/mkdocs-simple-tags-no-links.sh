#!/usr/bin/env bash
# mkdocs-simple-tags-plugin 1.3: the tags of a page are links that lead nowhere, because their address is in "herf".
#
# Expected (the package's page: it shows tags on each page, and a page of all tags): each tag is <a href="...">, below
# the site's address, with "#" of a name encoded.
# Seen: the attribute is "herf", so the words are no link for any browser, the class is ".button" with its full stop,
# and the address begins at the root of the host, whatever site_url says.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-simple-tags-plugin==1.3
mkdir docs
cat >mkdocs.yml <<'YML'
site_name: Rye
site_url: https://rye.example/
plugins:
  - simple-tags:
      tags_folder: docs
YML
cat >docs/index.md <<'MD'
---
tags: [rye, C#]
---
# Rye

Words.
MD
venv/bin/mkdocs --quiet build 2>log
grep -oE "<div class='tags'>.*</div>" site/index.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<div class='tags'><a herf='/tags.html#rye' class='.button'>rye</a> <a herf='/tags.html#C#' class='.button'>C#</a></div>
SEEN
echo "as described"
