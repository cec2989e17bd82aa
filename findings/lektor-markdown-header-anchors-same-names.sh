#!/usr/bin/env bash
# lektor-markdown-header-anchors 0.4.0: two headings of one name have one id, and both entries of the contents lead to
# the first.
#
# Expected (HTML, 3.2.6): an id is in a page once; Python-Markdown, Sphinx and Hugo number the second. An id made of a
# heading has no part of a tag in it.
# Seen: both are "notes"; a heading with <b> has "/b" in its id, so a style or script that names it must escape it;
# one of Korean letters alone has a transliteration, and one of signs alone an empty id, which no link reaches.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  lektor==3.3.14 mistune==0.8.4 lektor-markdown-header-anchors==0.4.0
mkdir content models templates
printf '[project]\nname = Rye\n' >site.lektorproject
printf '[model]\nname = Page\n\n[fields.body]\ntype = markdown\n' >models/page.ini
cat >content/contents.lr <<'LR'
body:

# Notes

## The <b>rye</b>

# Notes

# !?

# 호밀
LR
echo '{{ this.body }}' >templates/page.html
venv/bin/lektor build --output-path site >log 2>&1
cat site/index.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<h1 id="notes">Notes</h1><h2 id="the-b-rye/b">The <b>rye</b></h2><h1 id="notes">Notes</h1><h1 id="">!?</h1><h1 id="homil">호밀</h1>
SEEN
echo "as described"
