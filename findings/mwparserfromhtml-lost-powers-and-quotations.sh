#!/usr/bin/env bash
# mwparserfromhtml 2.1.2: the plain text of an article has 10 for 10 raised to 2, joined words, and no quotations.
#
# Expected (the package's page: plain text without "anything that is not text such as infoboxes, citation footnotes, or
# categories"): a raised figure is text and stays, <br> parts two words, and a quotation's paragraph is a
# paragraph.
# Seen: <sup> goes with its figure, so that "10<sup>2</sup>" is "10", while <sub> stays; the words at a <br> are one;
# a quotation and the items of a list are not in the text, without a mark of the gap.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mwparserfromhtml==2.1.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from mwparserfromhtml import Article

PARAGRAPHS = (
    "<p>A rod is 10<sup>2</sup> ells, and water H<sub>2</sub>O.</p>",
    "<p>It is dark<br>and sour.</p>",
    "<p>Ann wrote:</p><blockquote><p>Sow in March.</p></blockquote><p>So they did.</p>",
    "<p>They sow:</p><ul><li>rye</li><li>oats</li></ul>",
)
for body in PARAGRAPHS:
    page = (
        '<html><head><base href="//en.wikipedia.org/wiki/"><title>Rye</title></head><body>'
        f'<section data-mw-section-id="0">{body}</section></body></html>'
    )
    print(body)
    print("   ", list(Article(page).get_plaintext()))
PY
diff "$work/seen" - <<'SEEN'
<p>A rod is 10<sup>2</sup> ells, and water H<sub>2</sub>O.</p>
    ['A rod is 10 ells, and water H2O.']
<p>It is dark<br>and sour.</p>
    ['It is darkand sour.']
<p>Ann wrote:</p><blockquote><p>Sow in March.</p></blockquote><p>So they did.</p>
    ['Ann wrote:', 'So they did.']
<p>They sow:</p><ul><li>rye</li><li>oats</li></ul>
    ['They sow:']
SEEN
echo "as described"
