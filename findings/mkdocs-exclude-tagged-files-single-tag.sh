#!/usr/bin/env bash
# mkdocs-exclude-tagged-files 1.0.4: a page whose only tag is written without brackets is published.
#
# Expected (the package's page: files that have one of the tags in their front matter are excluded): "tags:
# confidential" is a tag, as it is in Jekyll, Hugo, Pelican, Obsidian and the plugins of Pelican and Nikola that read
# such files; at least, a build warns.
# Seen: the page with "tags: confidential" is in the site, its navigation, its sitemap and its search, without a word;
# those with a list, also of lines, are not.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-exclude-tagged-files==1.0.4
mkdir docs
cat >mkdocs.yml <<'YML'
site_name: Rye
site_url: https://rye.example/
plugins:
  - search
  - mkdocs_exclude_tagged_files:
      tags_to_exclude: [confidential]
YML
cat >docs/index.md <<'MD'
# Rye
MD
cat >docs/list.md <<'MD'
---
tags: [confidential]
---
# A list
MD
cat >docs/lines.md <<'MD'
---
tags:
  - confidential
---
# Lines
MD
cat >docs/word.md <<'MD'
---
tags: confidential
---
# A word
MD
venv/bin/mkdocs --quiet build 2>log
{
  (cd site && ls -d index.html */index.html)
  grep -o "<loc>.*</loc>" site/sitemap.xml
  grep -o '"title":"[^"]*"' site/search/search_index.json
  grep -cE "WARNING|ERROR" log || true
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
index.html
word/index.html
<loc>https://rye.example/</loc>
<loc>https://rye.example/word/</loc>
"title":"Rye"
"title":"Rye"
"title":"A word"
"title":"A word"
0
SEEN
echo "as described"
