#!/usr/bin/env bash
# mkdocs-title-casing-plugin 0.2.0: a page has the name of its file for a title, whatever its front matter or heading
# says.
#
# Expected (the plugin adds title casing to the titles of pages): "the sourdough of Rye" of the front matter becomes
# "The Sourdough of Rye"; MkDocs takes a title from the navigation, the front matter, the first heading, or, without
# these, the name of the file.
# Seen: the plugin looks before any page is read, finds no title, and sets the last part of the address: "2019 05 07",
# "Notes" and, for the front page, "Home".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-title-casing-plugin==0.2.0
mkdir docs
cat >mkdocs.yml <<'YML'
site_name: Rye
site_url: https://rye.example/
plugins:
  - title-casing
YML
cat >docs/index.md <<'MD'
---
title: a digest of rye
---
Words.
MD
cat >docs/notes.md <<'MD'
# the oats of May
MD
cat >docs/2019-05-07.md <<'MD'
---
title: the sourdough of Rye
---
Words.
MD
venv/bin/mkdocs --quiet build 2>log
for page in index.html notes/index.html 2019-05-07/index.html; do
  grep -o '<title>.*</title>' "site/$page"
  grep -oE 'nav-link active.*</a>|dropdown-item active.*</a>' "site/$page"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<title>Rye</title>
nav-link active" aria-current="page">Home</a>
<title>Notes - Rye</title>
nav-link active" aria-current="page">Notes</a>
<title>2019 05 07 - Rye</title>
nav-link active" aria-current="page">2019 05 07</a>
SEEN
echo "as described"
