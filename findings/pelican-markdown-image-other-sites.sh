#!/usr/bin/env bash
# pelican-markdown-image 0.1.1 with Pelican 4.12.0: pictures of other sites are looked for on one's own.
#
# Expected: the plugin completes the address of a picture beside the article's file, "mill.svg", with the folder that
# the article is in. An address of another site, or one that begins at the root of the site, is complete.
# Seen: in a folder "posts", "https://pics.example/rye.svg" becomes "posts/https:/pics.example/rye.svg". Articles in no
# folder show the picture.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pelican==4.12.0 Markdown==3.10 \
  pelican-markdown-image==0.1.1 beautifulsoup4==4.14.3
mkdir -p content/posts theme/templates
tee content/oats.md >content/posts/rye.md <<'MD'
Title: A post
Date: 2024-01-02

![Rye](https://pics.example/rye.svg)

![Mill](mill.svg)
MD
for template in author category period_archives; do touch theme/templates/$template.html; done
echo '{{ article.content }}' >theme/templates/article.html
cat >pelicanconf.py <<'PY'
PLUGINS = ["pelican.plugins.mdimage"]
THEME = "theme"
PATH_METADATA = "(?P<path_no_ext>.*)\\..*"
DIRECT_TEMPLATES = []
ARTICLE_SAVE_AS = "{path_no_ext}.html"
PY
venv/bin/pelican content -o out -s pelicanconf.py --quiet >/dev/null 2>&1
(cd out && grep -o 'src="[^"]*"' oats.html posts/rye.html) | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
oats.html:src="https://pics.example/rye.svg"
oats.html:src="mill.svg"
posts/rye.html:src="posts/https:/pics.example/rye.svg"
posts/rye.html:src="posts/mill.svg"
SEEN
echo "as described"
