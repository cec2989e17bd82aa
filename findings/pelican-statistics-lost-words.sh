#!/usr/bin/env bash
# pelican-statistics 1.0.0 with Pelican 4.12.0: words between an "&" and a ";" are not counted.
#
# Expected: the numbers of an article, and its words for a cloud of them, are those of its text; a dash or a slash parts
# two words.
# Seen: entities are looked for in text that has none any more: from "&" to the next ";" of a line all is deleted, and
# what stands around it joins. Slashes and dashes are taken out, so that the words beside them are one: "breadoats".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pelican==4.12.0 Markdown==3.10 pelican-statistics==1.0.0
mkdir -p content theme/templates
cat >content/rye.md <<'MD'
Title: Rye
Date: 2024-01-02

Bread & butter cost more than cake; salt is cheap.

Rye bread—oats, too—rises/falls.
MD
for template in author category period_archives; do touch theme/templates/$template.html; done
echo '{{ article.statistics.wc }}: {{ article.statistics.word_counts|join(" ") }}' >theme/templates/article.html
cat >pelicanconf.py <<'PY'
PLUGINS = ["pelican.plugins.statistics"]
THEME = "theme"
DIRECT_TEMPLATES = []
PY
venv/bin/pelican content -o out -s pelicanconf.py --quiet >/dev/null
echo "$(cat out/rye.html)" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
7: bread salt is cheap rye breadoats toorisesfalls
SEEN
echo "as described"
