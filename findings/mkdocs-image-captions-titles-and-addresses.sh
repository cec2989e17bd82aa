#!/usr/bin/env bash
# mkdocs-image-captions 0.2.2: a picture with a title, and every picture of a page in a folder of its own, is lost.
#
# Expected (the package's page: Markdown images become <figure>): the title is a title; the address is relative to the
# page as published, "../loaf.png" from "notes/", as MkDocs makes it; in a fence, an image is code.
# Seen: the title is part of the address, "loaf.png "Title""; the address is what the source says, one folder off; the
# code shows the HTML of a figure.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.4.2 mkdocs-image-captions==0.2.2
mkdir docs
cat >mkdocs.yml <<'YML'
site_name: Rye
site_url: https://rye.example/
plugins:
  - mkdocs-image-captions
YML
cat >docs/notes.md <<'MD'
# Notes

![A loaf](loaf.png)

![A loaf](loaf.png "Title")

```
![A loaf](loaf.png)
```
MD
cat >docs/index.md <<'MD'
# Rye
MD
echo x >docs/loaf.png
venv/bin/mkdocs --quiet build 2>log
grep -E '<img|lt;img' site/notes/index.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
  <img src='loaf.png' alt='A loaf' >
  <img src='loaf.png "Title"' alt='A loaf' >
  &lt;img src='loaf.png' alt='A loaf' &gt;
SEEN
echo "as described"
