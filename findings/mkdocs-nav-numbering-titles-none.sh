#!/usr/bin/env bash
# mkdocs-nav-numbering-plugin 1.3.0: a page that the configuration gives no name is titled "1 None".
#
# Expected (the package's page: numbers before the names in the navigation and before headings): without "nav", or where
# it names a file alone, MkDocs takes a page's title from its front matter or its heading; the number stands before it.
# Seen: the title of each such page, in <title> and in the navigation, is its number and "None"; the heading has both.
# A page whose name stands in "nav" keeps it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-nav-numbering-plugin==1.3.0
mkdir docs
printf '# Rye\n' >docs/index.md
printf -- '---\ntitle: The mill\n---\nBy the river.\n' >docs/mill.md
printf '# Oats\n' >docs/oats.md
cat >mkdocs.yml <<'YML'
site_name: Grain
theme: readthedocs
nav: [index.md, mill.md, {Of oats: oats.md}]
plugins: [nav-numbering]
YML
venv/bin/mkdocs --quiet build 2>log
grep -ohE '<title>.*</title>|<h1[^>]*>[^<]*</h1>|<a class="reference internal[^>]*>[^<]*</a>' site/index.html \
  site/mill/index.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<title>Grain</title>
<a class="reference internal current" href="#">1 None</a>
<a class="reference internal" href="mill/">2 None</a>
<a class="reference internal" href="oats/">3 Of oats</a>
<h1 id="1-rye">1 Rye</h1>
<title>2 None - Grain</title>
<a class="reference internal" href="..">1 None</a>
<a class="reference internal current" href="#">2 None</a>
<a class="reference internal" href="../oats/">3 Of oats</a>
SEEN
echo "as described"
