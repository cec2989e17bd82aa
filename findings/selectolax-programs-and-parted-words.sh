#!/usr/bin/env bash
# selectolax 1.0.2: text() has programs and style sheets, and either joins the words of two blocks or parts a word at
# its emphasis.
#
# Expected: the text of a page is what it shows: no <script>, paragraphs apart, and "in<b>ter</b>nal" a word.
# Seen: without a separator paragraphs join, with one each change of element is a space; only after unwrap_tags() and
# merge_text_nodes(), for each inline element that a page has, are both right.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check selectolax==1.0.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from selectolax.lexbor import LexborHTMLParser

PAGE = "<body><p>Sow in<b>ter</b>nally</p><p>H<sub>2</sub>O</p><script>var mill</script></body>"
body = LexborHTMLParser(PAGE).body
print(repr(body.text()))
print(repr(body.text(separator=" ")))
page = LexborHTMLParser(PAGE)
page.unwrap_tags(["b", "sub"])
page.body.merge_text_nodes()
page.strip_tags(["script"])
print(repr(page.body.text(separator=" ")))
PY
diff "$work/seen" - <<'SEEN'
'Sow internallyH2Ovar mill'
'Sow in ter nally H 2 O var mill'
'Sow internally H2O'
SEEN
echo "as described"
