#!/usr/bin/env bash
# html2ans 3.0.6: the words of an item that has a list within it are lost, and a paragraph with a picture is in
# pieces.
#
# Expected: the list of an article for Arc keeps each item's words, beside the list within it; a picture within a
# sentence parts the paragraph in two at most, and emphasis before it in none.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html2ans==3.0.6
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from html2ans.default import Html2Ans

for html in (
    "<ol><li>Sow rye<ul><li>in May</li></ul></li><li>Mill it</li></ol>",
    '<p>A <em>good</em> year <img src="https://rye.example/a.jpg"> at the <b>mill</b>.</p>',
    "<p>See <code>rye</code> and <em>oats</em>.</p>",
):
    for part in Html2Ans().generate_ans(html):
        print(part["type"], part.get("items", part.get("content", part.get("url"))))
PY
diff "$work/seen" - <<'SEEN'
list [{'type': 'list', 'list_type': 'unordered', 'items': [{'type': 'text', 'content': 'in May'}]}, {'type': 'text', 'content': 'Mill it'}]
text A
text <em>good</em>
text year
image https://rye.example/a.jpg
text at the
text <b>mill</b>
text .
text See
raw_html <code>rye</code>
text and
text <em>oats</em>
text .
SEEN
echo "as described"
