#!/usr/bin/env bash
# mkdocs-sitemap-exclusion 0.0.1: with MkDocs's own addresses nothing is excluded, and the sitemap is no sitemap any
# more.
#
# Expected (the package's page): a page whose front matter has the stop word is not in sitemap.xml, nor in
# sitemap.xml.gz, which MkDocs writes beside it. A sitemap's elements are in the namespace of sitemaps.org.
# Seen: the plugin looks for "draft.html", while MkDocs writes "draft/" unless told otherwise. With
# "use_directory_urls: false" it removes "draft.html" and "first-draft.html", whose address ends alike. In both cases
# the namespace is gone, and the compressed file has every page.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-sitemap-exclusion==0.0.1
mkdir docs
cat >mkdocs.yml <<'YML'
site_name: Rye
site_url: https://rye.example/
plugins:
  - mkdocs-sitemap-exclusion:
      stop_word: hidden
YML
cat >docs/index.md <<'MD'
# Rye
MD
cat >docs/draft.md <<'MD'
---
hidden: true
---
# Draft
MD
cat >docs/first-draft.md <<'MD'
# First draft
MD
venv/bin/mkdocs --quiet build 2>log
for urls in true false; do
  echo "use_directory_urls: $urls"
  sed "1a use_directory_urls: $urls" mkdocs.yml >with.yml
  venv/bin/mkdocs --quiet build --config-file with.yml 2>>log
  grep -oE "<urlset[^>]*>|<loc>.*</loc>" site/sitemap.xml
  echo "compressed: $(zcat site/sitemap.xml.gz | grep -c "<loc>")"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
use_directory_urls: true
<urlset>
<loc>https://rye.example/</loc>
<loc>https://rye.example/draft/</loc>
<loc>https://rye.example/first-draft/</loc>
compressed: 3
use_directory_urls: false
<urlset>
<loc>https://rye.example/index.html</loc>
compressed: 3
SEEN
echo "as described"
