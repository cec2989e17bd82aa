#!/usr/bin/env bash
# pelican-sitemap 1.2.2 with Pelican 4.12.0: translations are not linked, and have an address that is not there.
#
# Expected: <xhtml:link> names the translations of a page with "hreflang" and "href", for search engines; a page of a
# part of the site in another language (pelican-i18n-subsites 1.0.0), below /de/, has that address in the sitemap.
# Seen: the attribute is "ref", which nothing reads, so that no page has a translation. The address of an article below
# /de/ lacks the folder: the sitemap sends to a page that does not exist, and the one that does is not in it. Lists of
# the same part have the right address.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pelican==4.12.0 Markdown==3.10 pelican-sitemap==1.2.2 pelican-i18n-subsites==1.0.0
mkdir -p content theme/templates
printf 'Title: Rye\nDate: 2024-01-02\nSlug: bread\nLang: en\n\nText.\n' >content/rye.md
printf 'Title: Roggen\nDate: 2024-01-02\nSlug: bread\nLang: de\n\nText.\n' >content/roggen.md
printf 'Title: Hafer\nDate: 2024-01-02\nSlug: hafer\nLang: de\n\nText.\n' >content/hafer.md
for template in author category period_archives article; do touch theme/templates/$template.html; done
cat >one.py <<'PY'
PLUGINS = ["pelican.plugins.sitemap"]
THEME = "theme"
DIRECT_TEMPLATES = []
SITEURL = "https://rye.example"
PY
sed 's/\["/["pelican.plugins.i18n_subsites", "/' one.py >parts.py
cat >>parts.py <<'PY'
I18N_SUBSITES = {"de": {}}
I18N_UNTRANSLATED_ARTICLES = "remove"
PY
{
  venv/bin/pelican content -o one -s one.py --quiet >/dev/null
  grep -hE 'loc>.*/(bread|hafer)|xhtml:link' one/sitemap.xml
  echo "with a part in German:"
  venv/bin/pelican content -o parts -s parts.py --quiet >/dev/null
  (cd parts && find . -name '*.html' | sort)
  grep '<loc>' parts/sitemap.xml
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<loc>https://rye.example/bread-de.html</loc>
<xhtml:link rel="alternate" hreflang="en" ref="https://rye.example/bread.html"/>
<loc>https://rye.example/bread.html</loc>
<xhtml:link rel="alternate" hreflang="de" ref="https://rye.example/bread-de.html"/>
<loc>https://rye.example/hafer-de.html</loc>
with a part in German:
./bread.html
./category/misc.html
./de/bread.html
./de/category/misc.html
./de/hafer.html
<loc>https://rye.example/bread.html</loc>
<loc>https://rye.example/bread.html</loc>
<loc>https://rye.example/category/misc.html</loc>
<loc>https://rye.example/de/category/misc.html</loc>
<loc>https://rye.example/hafer.html</loc>
SEEN
echo "as described"
