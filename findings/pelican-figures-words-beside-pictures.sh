#!/usr/bin/env bash
# pelican-figures 0.1.0 with Pelican 4.12.0: a sentence that has a small picture in it becomes a numbered figure.
#
# Expected: a picture that stands alone in its paragraph becomes a figure, as the plugin's summary says.
# Seen: a paragraph whose only element is a picture becomes one, however many words stand around it: the sentence is
# within <figure>, its picture has a caption, and the numbers of the figures after it are one too high.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pelican==4.12.0 Markdown==3.10 pelican-figures==0.1.0
mkdir -p content theme/templates
cat >content/rye.md <<'MD'
Title: Rye
Date: 2024-01-02

Press ![start](start.svg) to start the mill.

![The mill](mill.svg)
MD
for template in author category period_archives; do touch theme/templates/$template.html; done
echo '{{ article.content }}' >theme/templates/article.html
cat >pelicanconf.py <<'PY'
PLUGINS = ["pelican.plugins.figures"]
THEME = "theme"
DIRECT_TEMPLATES = []
PY
venv/bin/pelican content -o out -s pelicanconf.py --quiet >/dev/null
grep . out/rye.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<figure id="format1">Press <img alt="start" src="start.svg"> to start the mill.<figcaption>Figure 1: start</figcaption></figure>
<figure id="format2"><img alt="The mill" src="mill.svg"><figcaption>Figure 2: The mill</figcaption></figure>
SEEN
echo "as described"
