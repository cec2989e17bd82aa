#!/usr/bin/env bash
# pelican-redirect 3.0.0 with Pelican 4.12.0: below a path, every old address leads to a page that is not there.
#
# Expected: with SITEURL "https://rye.example/blog" the old address of an article leads to the new one below /blog/, and
# so it does for articles that are translations of others: each has a file and an "original_url" of its own.
# Seen: the redirect, its canonical address and its link begin at the root of the host. The old address of a translation
# is not written at all, without a word.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pelican==4.12.0 Markdown==3.10 pelican-redirect==3.0.0
mkdir -p content theme/templates
printf 'Title: Rye\nDate: 2024-01-02\nSlug: rye\nLang: en\noriginal_url: old/rye.html\n\nText.\n' >content/rye.md
printf 'Title: Roggen\nDate: 2024-01-02\nSlug: rye\nLang: de\noriginal_url: alt/roggen.html\n\nText.\n' \
  >content/roggen.md
for template in author category period_archives; do touch theme/templates/$template.html; done
echo 'article at {{ SITEURL }}/{{ article.url }}' >theme/templates/article.html
cat >pelicanconf.py <<'PY'
PLUGINS = ["pelican.plugins.pelican_redirect"]
THEME = "theme"
DIRECT_TEMPLATES = []
SITEURL = "https://rye.example/blog"
PY
venv/bin/pelican content -o out -s pelicanconf.py --quiet >/dev/null
(cd out && find . -name '*.html' -size +0 | sort | while read -r page; do
  echo "$page: $(grep -oE 'article at .*|(canonical|0;url).*"' "$page" | paste -s -d ' ')"
done) | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
./old/rye.html: canonical" href="/rye.html" 0;url=/rye.html"
./rye-de.html: article at https://rye.example/blog/rye-de.html
./rye.html: article at https://rye.example/blog/rye.html
SEEN
echo "as described"
