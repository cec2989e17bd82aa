#!/usr/bin/env bash
# pelican-series 3.1.1 with Pelican 4.12.0: a series names and links drafts and hidden articles.
#
# Expected: what readers see of a series are the articles that are published, as in all lists of Pelican, its feeds, and
# the links of pelican-neighbors 1.2.0.
# Seen: drafts and hidden articles are members of the series. "Next in the series" of a published article leads to the
# draft, which has a page under /drafts/, and lists of the series show its title; parts are numbered with them.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pelican==4.12.0 Markdown==3.10 pelican-series==3.1.1 pelican-neighbors==1.2.0
mkdir -p content theme/templates
number=0
for status in published draft hidden published; do
  number=$((number + 1))
  printf 'Title: %s %s\nDate: 2024-01-0%s\nSlug: part-%s\nStatus: %s\nSeries: Bread\n\nText.\n' \
    $status $number $number $number $status >content/$number.md
done
cat >pelicanconf.py <<'PY'
PLUGINS = ["pelican.plugins.series", "pelican.plugins.neighbors"]
THEME = "theme"
DIRECT_TEMPLATES = ["index"]
PY
for template in author category tag period_archives page; do touch theme/templates/$template.html; done
echo '{% for article in articles %}{{ article.title }}; {% endfor %}' >theme/templates/index.html
cat >theme/templates/article.html <<'HTML'
part {{ article.series.index }} of {{ article.series.all|join(", ", attribute="title") }}
next in the series: {{ article.series.next.title }} at {{ article.series.next.url }}
{% if article.next_article is defined %}next of all: {{ article.next_article.title }}{% endif %}
HTML
venv/bin/pelican content -o out -s pelicanconf.py --quiet >/dev/null
for page in index part-1; do echo "$page: $(cat out/$page.html)"; done | sed 's/ $//' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
index: published 4; published 1;
part-1: part 1 of published 1, draft 2, hidden 3, published 4
next in the series: draft 2 at drafts/part-2.html
next of all: published 4
SEEN
echo "as described"
