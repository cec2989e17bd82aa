#!/usr/bin/env bash
# mkdocs-related-content-plugin 0.2.0 with mkdocs-material 9.7.7: a draft is named and linked on the pages of its tag.
#
# Expected: a post with "draft: true" is on no page of the site, as Material's blog leaves it out of its lists and the
# search; what is related to a page are pages that readers can open.
# Seen: tags are read from all files before the blog removes its drafts: the title of the draft is on every page with
# a tag of its own, and in related-tags.json. Its link leads to a page that is not there, and so do those of posts that
# are no drafts: they have the paths of the sources. Pages of "draft_docs" are left out.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mkdocs==1.6.1 mkdocs-material==9.7.7 mkdocs-related-content-plugin==0.2.0
mkdir -p docs/blog/posts theme
echo "# Home" >docs/index.md
echo "# Blog" >docs/blog/index.md
printf -- '---\ntags: [grain]\n---\n# Rye\n' >docs/rye.md
printf -- '---\ntags: [grain]\n---\n# Oats (draft page)\n' >docs/oats.md
printf -- '---\ndate: 2024-01-02\ntags: [grain]\n---\n# Barley\n' >docs/blog/posts/barley.md
printf -- '---\ndate: 2024-01-03\ntags: [grain]\ndraft: true\n---\n# Wheat (draft post)\n' >docs/blog/posts/wheat.md
cat >theme/main.html <<'HTML'
{% extends "base.html" %}
{% block content %}{% for page in related_pages %}<related>{{ page }}</related>{% endfor %}{% endblock %}
HTML
cat >mkdocs.yml <<'YAML'
site_name: Mill
site_url: https://rye.example/
theme:
  name: material
  custom_dir: theme
draft_docs: oats.md
plugins:
  - blog:
      post_url_format: "{file}"
  - related-content
YAML
venv/bin/mkdocs build --quiet >/dev/null 2>&1
{
  (cd site && find blog -path '*barley*.html' -o -path '*wheat*.html')
  grep -oE "(title|url)='[^']*'" site/rye/index.html | paste -d ' ' - -
  grep -oE '"[^"]*(draft|[Bb]arley|wheat)[^"]*"' site/related-tags.json
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
blog/barley/index.html
title='Barley' url='../blog/posts/barley/'
title='Wheat (draft post)' url='../blog/posts/wheat/'
"blog/posts/barley/"
"Barley"
"blog/posts/wheat/"
"Wheat (draft post)"
SEEN
echo "as described"
