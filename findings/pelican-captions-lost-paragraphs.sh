#!/usr/bin/env bash
# pelican-captions 0.4.1 with Pelican 4.12.0: a paragraph that begins with a number in brackets is gone.
#
# Expected: "[#mill=An old mill]" alone in a paragraph is the caption of the picture before it; "[#42] was first"
# begins a sentence. A caption keeps its formatting and links, and a link that has words keeps them.
# Seen: every paragraph that begins with "[#" and a name in brackets is taken for a caption and deleted, with all that
# follows the bracket; after a list or a text it is deleted without any trace. A caption has no links, no emphasis. Of a
# link to a picture whose words are partly in italics, a number is left.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pelican==4.12.0 Markdown==3.10 pelican-captions==0.4.1
mkdir -p content theme/templates
cat >content/rye.md <<'MD'
Title: Rye
Date: 2024-01-02

![Mill](mill.svg)

[#mill=A *very* old mill, see [why](why.html)]

The oldest loaves:

[#42] was the first that rose, and [#43] the first that was sold.

See [the *old* mill](#mill).
MD
for template in author category period_archives; do touch theme/templates/$template.html; done
echo '{{ article.content }}' >theme/templates/article.html
cat >pelicanconf.py <<'PY'
PLUGINS = ["pelican.plugins.captions"]
THEME = "theme"
DIRECT_TEMPLATES = []
PY
venv/bin/pelican content -o out -s pelicanconf.py --quiet >/dev/null
grep . out/rye.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<figure id="mill"><img alt="Mill" src="mill.svg"/><figcaption>Fig. 1: A very old mill, see why</figcaption></figure>
<p>The oldest loaves:</p>
<p>See <a href="#mill">1</a>.</p>
SEEN
echo "as described"
