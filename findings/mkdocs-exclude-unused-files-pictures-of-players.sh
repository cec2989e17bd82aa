#!/usr/bin/env bash
# mkdocs-exclude-unused-files 1.4.1: pictures that pages show are deleted as unused.
#
# Expected (the package's page: it excludes files that no Markdown file references): the picture of a player, the
# pictures of a source set, one in a style and one that the front matter names for previews are referenced.
# Seen: of these, only the picture of an <img> and those in Markdown stay in the site; "poster", "srcset", "style" and
# the front matter are not looked at.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-exclude-unused-files==1.4.1
mkdir docs
cat >mkdocs.yml <<'YML'
site_name: Rye
site_url: https://rye.example/
plugins:
  - exclude-unused-files
YML
cat >docs/index.md <<'MD'
---
image: preview.png
---
# Rye

![Loaf](loaf.png) <img src="small.png" srcset="small.png 1x, large.png 2x" alt="Loaf">

<video poster="poster.png" src="rye.mp4"></video>

<div style="background: url(field.png)">Words</div>
MD
for file in loaf small large poster field preview; do echo x >docs/$file.png; done
echo x >docs/rye.mp4
venv/bin/mkdocs --quiet build 2>log
(cd site && ls *.png *.mp4) | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
loaf.png
rye.mp4
small.png
SEEN
echo "as described"
