#!/usr/bin/env bash
# html-text 0.7.1: a word that is partly bold is three words, and Mastodon's hashtags and addresses fall apart.
#
# Expected: inline elements part no words, as in a browser: "unbelievable", "H2O", "#bread", "https://rye.example/mill".
# Seen: a space at each edge of an element beside a letter: "un believ able", "H 2 O", "# bread", "@ tom",
# "https:// rye.example/ mill", and one in a Japanese word. "guess_punct_space" spares some marks, as "(link)", alone.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html-text==0.7.1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from html_text import extract_text

TAG = '<a href="https://social.example/tags/bread" class="mention hashtag" rel="tag">#<span>bread</span></a>'
PERSON = '<a href="https://social.example/@tom" class="u-url mention">@<span>tom</span></a>'
ADDRESS = '<a href="https://rye.example/mill"><span class="invisible">https://</span><span>rye.example/</span>mill</a>'
for html in (
    "un<b>believ</b>able",
    "H<sub>2</sub>O and 5<small>kg</small>",
    f"{TAG} {PERSON} {ADDRESS}",
    "日<b>本</b>語",
    "(<a href='/'>link</a>)",
):
    print(extract_text(f"<p>{html}</p>"))
PY
diff "$work/seen" - <<'SEEN'
un believ able
H 2 O and 5 kg
# bread @ tom https:// rye.example/ mill
日 本 語
(link)
SEEN
echo "as described"
