#!/usr/bin/env bash
# pelican-simple-footnotes 1.0.3 with Pelican 4.12.0: the code "[ref]" gains "[/ref]"; a style sheet is gone.
#
# Expected: the plugin leaves code alone, where "[ref]" is what it says, and all that is no note.
# Seen: in an article that has a note, the code "[ref]", which tells writers how a note begins, becomes "[ref][/ref]".
# The style sheet at the start of the article vanishes.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pelican==4.12.0 Markdown==3.10 pelican-simple-footnotes==1.0.3
mkdir -p content theme/templates
cat >content/rye.md <<'MD'
Title: Rye
Date: 2024-01-02

<style>.mill { color: brown }</style>

Rye rises.[ref]In May.[/ref] Write `[ref]` before a note.
MD
for template in author category period_archives; do touch theme/templates/$template.html; done
echo '{{ article.content }}' >theme/templates/article.html
cat >pelicanconf.py <<'PY'
PLUGINS = ["pelican.plugins.simple_footnotes"]
THEME = "theme"
DIRECT_TEMPLATES = []
PY
venv/bin/pelican content -o out -s pelicanconf.py --quiet >/dev/null
{ grep -oE '<style.*|<code>.*</code>' out/rye.html || true; } | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<code>[ref][/ref]</code>
SEEN
echo "as described"
