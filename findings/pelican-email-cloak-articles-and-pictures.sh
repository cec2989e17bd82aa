#!/usr/bin/env bash
# pelican-email-cloak 0.2.0, Pelican 4.12.0: articles are not cloaked, and on pages a picture "field@2x.png" breaks.
#
# Expected: "E-mails in articles and pages will be cloaked", its documentation says. The address of a picture is none of
# an e-mail, and links that are written out stay as they are.
# Seen: the text of an article is changed after Pelican has kept what it writes, so that addresses stand there as
# before. On pages they are cloaked, but so is the name of a picture for fine screens, within its <img>, and what a link
# has for its address when its words are emphasised: the script that shows an address stands in an attribute, where none
# runs.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pelican==4.12.0 Markdown==3.10 pelican-email-cloak==0.2.0
mkdir -p content/pages theme/templates
for template in author category tag period_archives index; do touch theme/templates/$template.html; done
echo '{{ article.content }}' >theme/templates/article.html
echo '{{ page.content }}' >theme/templates/page.html
printf 'Title: Rye\nDate: 2024-01-02\nCategory: Bread\nSlug: rye\n\nMail ann@rye.example now.\n' >content/rye.md
cat >content/pages/about.md <<'MD'
Title: About
Slug: about

Mail bo@rye.example now.

![A field](/images/field@2x.png)

[Ann](mailto:ann@rye.example) or [*Ann*](mailto:ann@rye.example)
MD
cat >conf.py <<'PY'
AUTHOR = "Ann"
TIMEZONE = "UTC"
PLUGINS = ["pelican.plugins.email_cloak"]
THEME = "theme"
DIRECT_TEMPLATES = []
PY
venv/bin/pelican content -o out -s conf.py --quiet >/dev/null
cat >show.py <<'PY'
import re

for page in ("rye", "pages/about"):
    text = open(f"out/{page}.html", encoding="utf-8").read()
    print(f"{page}:", re.sub(r"\s*<script.*?</script>", "(script)", text))
PY
venv/bin/python show.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
rye: <p>Mail ann@rye.example now.</p>
pages/about: <p>Mail(script) now.</p>
<p><img alt="A field" src="/images/(script)"></p>
<p><a href="mailto:ann@rye.example">Ann</a> or <a href="(script)"><em>Ann</em></a></p>(script)
SEEN
echo "as described"
