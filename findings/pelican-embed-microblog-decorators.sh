#!/usr/bin/env bash
# pelican-embed-microblog 1.1.0 with Pelican 4.12.0: "@cached" in code is a link to a stranger.
#
# Expected: names in the text become links, as its documentation says; what stands in code stays as it is, and so does
# the rest of an article, apart from white space between blocks. An address is an address with its "@".
# Seen: each decorator in a block of code is a link to an account of Twitter, so is the end of an address of Mastodon. A
# page with one such name is laid out anew, every element in lines of its own, so that readers see a space between a
# link or an emphasised word and the sign behind it, and within a word that is half bold.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pelican==4.12.0 Markdown==3.10 pelican-embed-microblog==1.1.0
mkdir -p content theme/templates
for template in author category tag period_archives index page; do touch theme/templates/$template.html; done
echo '{{ article.content }}' >theme/templates/article.html
cat >content/rye.md <<'MD'
Title: Rye
Date: 2024-01-02
Category: Bread

As @ann said, **R**ye is *sown*, see https://social.example/@bo too.

    @cached
    def rye(): ...
MD
cat >conf.py <<'PY'
AUTHOR = "Ann"
TIMEZONE = "UTC"
PLUGINS = ["pelican_embed_microblog"]
THEME = "theme"
DIRECT_TEMPLATES = []
MARKDOWN = {"extensions": []}
PY
venv/bin/pelican content -o out -s conf.py --quiet >/dev/null
cat >show.py <<'PY'
import re
from html import unescape

text = open("out/rye.html", encoding="utf-8").read()
print(*re.findall("<a .*?</a>", re.sub(r"\s+", " ", text)), sep="\n")
print(re.sub(r"\s+", " ", unescape(re.sub("<.*?>", "", text))).strip())
PY
venv/bin/python show.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<a href="https://twitter.com/ann"> @ann </a>
<a href="https://twitter.com/bo"> @bo </a>
<a href="https://twitter.com/cached">@cached</a>
As @ann said, R ye is sown , see https://social.example/ @bo too. @cached def rye(): ...
SEEN
echo "as described"
