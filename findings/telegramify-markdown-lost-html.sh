#!/usr/bin/env bash
# telegramify-markdown 1.4.1: HTML in Markdown goes with its words, and a break in a line joins two.
#
# Expected (CommonMark 4.6 and 6.6): HTML is part of Markdown; <br> ends a line, a paragraph that is centred with <div>
# has words, a link in HTML an address. The package reads <u> and Markdown's own line breaks.
# Seen: "one<br>two" is "onetwo"; what stands in <div>, <p> or <img> on a line of its own is gone without a word; a
# link in HTML is plain text.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check telegramify-markdown==1.4.1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from telegramify_markdown import convert

for markdown in (
    "one<br>two",
    '<div align="center">Rye</div>\n\nSalt',
    "<p>Rye keeps.</p>",
    '<a href="https://digest.example/">mill</a>',
):
    text, entities = convert(markdown)
    print(repr(text), [(each.type, each.url) for each in entities])
PY
diff "$work/seen" - <<'SEEN'
'onetwo' []
'Salt' []
'' []
'mill' []
SEEN
echo "as described"
