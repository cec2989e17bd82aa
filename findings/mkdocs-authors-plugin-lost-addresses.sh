#!/usr/bin/env bash
# mkdocs-authors-plugin 0.1.0: the address of an author is not on the page of authors.
#
# Expected (the package's page: the file's format is that of Material for MkDocs, so that one .authors.yml serves both):
# an author's "url", which Material's blog links the name to, is a link on the page; a name is text, stars included, as
# in Material.
# Seen: "url" is nowhere on the page, while links to accounts that the plugin knows by name are; of the name
# "A*star* Miller" the stars are lost in the heading and stay in the picture's text.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-authors-plugin==0.1.0
mkdir docs
printf '# Rye\n' >docs/index.md
printf 'site_name: Rye\nplugins: [authors]\n' >mkdocs.yml
cat >.authors.yml <<'YML'
authors:
  ann:
    name: A*star* Miller
    description: Grows rye
    avatar: https://ann.example/ann.png
    url: https://ann.example/
    github: ann
YML
venv/bin/mkdocs --quiet build 2>log
{
  grep -oE '<h2 id="a.*</h2>|alt="[^"]*Avatar"|<a href="https://github.com/ann">[^<]*</a>' site/authors/index.html
  echo "links to ann.example: $(grep -cE 'href="https://ann.example/' site/authors/index.html || true)"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<h2 id="astar-miller">A<em>star</em> Miller</h2>
alt="A*star* Miller Avatar"
<a href="https://github.com/ann">GitHub</a>
links to ann.example: 0
SEEN
echo "as described"
