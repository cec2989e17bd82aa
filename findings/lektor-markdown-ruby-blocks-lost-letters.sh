#!/usr/bin/env bash
# lektor-markdown-ruby-blocks 0.2.4: where a word has more parts than readings, its last parts vanish.
#
# Expected: "(parts)[readings]" shows all parts of the word, with a reading where there is one; a reading too few
# leaves a part without.
# Seen: the parts beyond the readings are gone from the page, the letters with them, and so are readings beyond the
# parts. The build says nothing.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  lektor==3.3.14 mistune==0.8.4 lektor-markdown-ruby-blocks==0.2.4
mkdir content models templates
printf '[project]\nname = Rye\n' >site.lektorproject
printf '[model]\nname = Page\n\n[fields.body]\ntype = markdown\n' >models/page.ini
cat >content/contents.lr <<'LR'
body:

^^
(黒|麦|畑)[くろ|むぎ]を見る
(麦)[むぎ|ばたけ]
^^
LR
echo '{{ this.body }}' >templates/page.html
venv/bin/lektor build --output-path site >log 2>&1
cat site/index.html | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p><span class="ruby-line"><ruby>黒<rp>(</rp><rt>くろ</rt><rp>)</rp></ruby><ruby>麦<rp>(</rp><rt>むぎ</rt><rp>)</rp></ruby>を見る</span><br />
<span class="ruby-line"><ruby>麦<rp>(</rp><rt>むぎ</rt><rp>)</rp></ruby></span></p>
SEEN
echo "as described"
