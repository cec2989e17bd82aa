#!/usr/bin/env bash
# pelican-share-post 1.2.1 with Pelican 4.12.0: a tag "R&D" or "C#" cuts the text that a reader shares.
#
# Expected (RFC 3986, 2.2): what goes into a query is percent-encoded, as the plugin does with the title.
# Seen: in the address for Mastodon tags are as written: "&" ends the text and "#" the query, so that the tags after
# them are lost. For X they are slugs: "old-mills", and "rd" and "c" for the other two.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pelican==4.12.0 Markdown==3.10 pelican-share-post==1.2.1
mkdir -p content theme/templates
printf 'Title: Rye & oats\nDate: 2024-01-02\nSlug: rye\nTags: Mills, R&D, C#, Old mills\n\nText.\n' >content/rye.md
for template in author category tag period_archives; do touch theme/templates/$template.html; done
echo '{{ article.share_post.mastodon }} {{ article.share_post.twitter }}' >theme/templates/article.html
cat >pelicanconf.py <<'PY'
PLUGINS = ["pelican.plugins.share_post"]
THEME = "theme"
DIRECT_TEMPLATES = []
SITEURL = "https://rye.example"
PY
venv/bin/pelican content -o out -s pelicanconf.py --quiet >/dev/null
cat >try.py <<'PY'
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

mastodon, twitter = Path("out/rye.html").read_text().rsplit(" ", 1)
for address in (mastodon, twitter):
    parts = urlsplit(address.strip())
    print(parts.netloc, dict(parse_qsl(parts.query, keep_blank_values=True)), [parts.fragment])
PY
python3 try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
toot.kytta.dev {'text': 'Rye & oats\r\nhttps://rye.example/rye.html\r\n#Mills #R', 'D #C': ''} [' %23Oldmills']
twitter.com {'text': 'Rye & oats', 'url': 'https://rye.example/rye.html', 'hashtags': 'mills,rd,c,old-mills'} ['']
SEEN
echo "as described"
