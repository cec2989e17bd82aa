#!/usr/bin/env bash
# mkdocs-backlinks-section-plugin 0.1.0: a title with "&" is shown as "&amp;" in the list of backlinks.
#
# Expected: the list has the titles of the pages that link here, as their headings and the navigation show them.
# Seen: of "# Rye & oats" the list shows "Rye &amp; oats", of "# The `<p>` tag" the reference "&lt;p&gt;"; a title from
# the front matter is right.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-backlinks-section-plugin==0.1.0
mkdir docs
printf 'site_name: Rye\nmarkdown_extensions: [footnotes]\nplugins: [backlinks_section]\n' >mkdocs.yml
printf '# Mill\n' >docs/mill.md
printf '# Rye & oats\n\n[mill](mill.md)\n' >docs/index.md
printf '# The `<p>` tag\n\n[mill](mill.md)\n' >docs/tag.md
printf -- '---\ntitle: Ann & Bob\n---\nText.[^1]\n\n[^1]: [mill](mill.md)\n' >docs/ann.md
venv/bin/mkdocs --quiet build 2>log
grep -oE '<ul><li><a .*</ul>' site/mill/index.html | sed 's/<li>/\n<li>/g' | sed 's/<\/ul>//' | grep '<li>' | sort \
  | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<li><a href="../">Rye &amp;amp; oats</a></li>
<li><a href="../ann/">Ann &amp; Bob</a></li>
<li><a href="../tag/">The &amp;lt;p&amp;gt; tag</a></li>
SEEN
echo "as described"
