#!/usr/bin/env bash
# pelican-featured-image 1.1.0 with Pelican 4.12.0: a post with a summary of its own has a picture at "{static}/rye.jpg".
#
# Expected: article.featured_image, which the plugin takes from the first picture of a post, is the address that the post
# itself shows, so that a template can write it into og:image, as the documentation has it.
# Seen: of a post without "Summary" the address is resolved; with one, it is taken from the text before Pelican has
# resolved its links, so that previews are told of an address with braces. Nothing is reported.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pelican==4.12.0 Markdown==3.10 pelican-featured-image==1.1.0
mkdir -p content/images theme/templates
printf 'x' >content/images/rye.jpg
printf 'Title: Without\nDate: 2024-01-02\n\nTall. ![Rye]({static}/images/rye.jpg)\n' >content/without.md
printf 'Title: With\nDate: 2024-01-03\nSummary: On rye.\n\nTall. ![Rye]({static}/images/rye.jpg)\n' >content/with.md
cat >pelicanconf.py <<'PY'
PLUGINS = ["pelican.plugins.featured_image"]
SITEURL = "https://rye.example"
THEME = "theme"
DIRECT_TEMPLATES = ["index"]
PY
for template in author category tag period_archives page article; do touch theme/templates/$template.html; done
cat >theme/templates/index.html <<'HTML'
{% for article in articles %}{{ article.title }}: <meta property="og:image" content="{{ article.featured_image }}">
{{ article.content }}
{% endfor %}
HTML
venv/bin/pelican content -o out -s pelicanconf.py --quiet >/dev/null
grep . out/index.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
With: <meta property="og:image" content="{static}/images/rye.jpg">
<p>Tall. <img alt="Rye" src="https://rye.example/images/rye.jpg"></p>
Without: <meta property="og:image" content="https://rye.example/images/rye.jpg">
<p>Tall. <img alt="Rye" src="https://rye.example/images/rye.jpg"></p>
SEEN
echo "as described"
