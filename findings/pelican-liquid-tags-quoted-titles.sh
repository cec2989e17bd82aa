#!/usr/bin/env bash
# pelican-liquid-tags 1.0.4 with Pelican 4.12.0: a quoted title is none, and a video without a size is "None" wide.
#
# Expected: '{% img /field.png 100 200 "A field" %}' gives the picture that title, as the documentation of the tag has
# it; a video may have its address alone, and then has no "width" and no "poster".
# Seen: the quotation marks are written into the attribute, which ends with the first: the title is empty, and "A" and
# "field" are attributes. With a second quoted text, both are right. A video has the width and the height "None", and
# its first picture is sought at the address "None", below the page.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pelican==4.12.0 Markdown==3.10 pelican-liquid-tags==1.0.4
mkdir -p content theme/templates
for template in author category tag period_archives index page; do touch theme/templates/$template.html; done
echo '{{ article.content }}' >theme/templates/article.html
cat >content/rye.md <<'MD'
Title: Rye
Date: 2024-01-02
Category: Bread

{% img /field.png 100 200 "A field" %}

{% img /field.png 100 200 "A field" "Rye in June" %}

{% video /mill.mp4 %}
MD
cat >conf.py <<'PY'
AUTHOR = "Ann"
TIMEZONE = "UTC"
PLUGINS = ["pelican.plugins.liquid_tags.img", "pelican.plugins.liquid_tags.video"]
THEME = "theme"
DIRECT_TEMPLATES = []
PY
venv/bin/pelican content -o out -s conf.py --quiet >/dev/null 2>&1
grep -oE '<(img|video) [^>]*>' out/rye.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<img src="/field.png" width="100" height="200" title=""A field"" alt=""A field"">
<img src="/field.png" width="100" height="200" title="A field" alt="Rye in June">
<video width="None" height="None" preload="none" controls poster="None">
SEEN
echo "as described"
