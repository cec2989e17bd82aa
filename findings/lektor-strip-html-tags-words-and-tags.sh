#!/usr/bin/env bash
# lektor-strip-html-tags 0.3.1: a text without tags has tags, joined words, and signs that are escaped twice.
#
# Expected (the plugin's page: it turns HTML into plain text): words of two blocks stay apart; "&" is "&" on the page;
# a tag goes, also where a line of it ends, and so does a comment.
# Seen: the last word of a heading and the first of the paragraph are one; the page says "&amp;" and "&lt;" to its
# readers; a tag and a comment of two lines are shown.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  lektor==3.3.14 mistune==0.8.4 lektor-strip-html-tags==0.3.1
mkdir content models templates
printf '[project]\nname = Rye\n' >site.lektorproject
printf '[model]\nname = Page\n\n[fields.body]\ntype = markdown\n' >models/page.ini
cat >content/contents.lr <<'LR'
body:

# Rye

Sow & reap while 5 < 6 in <span
class="x">October</span>.

<!-- a comment
of two lines -->

## Oats

Later.
LR
echo '{{ this.body | striphtmltags }}' >templates/page.html
venv/bin/lektor build --output-path site >log 2>&1
cat site/index.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Rye
Sow &amp;amp; reap while 5 &amp;lt; 6 in &lt;span
class=&#34;x&#34;&gt;October.
&lt;!-- a comment
of two lines --&gt;

Oats
Later.
SEEN
echo "as described"
