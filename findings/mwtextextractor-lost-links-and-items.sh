#!/usr/bin/env bash
# mwtextextractor 0.1.3: the body text of a wiki page lacks its bold words, its items and the words of its links.
#
# Expected (the package's page: body text for word counting, without "templates, html tags, tables, headers, etc."): a
# tag is stripped off its words, as ''' is; items and labels of links are body text; a heading is not.
# Seen: <b>, <i>, <q> and <blockquote> go with their words, as do all items and every [https://... label]; the heading
# stays, and a lone "<" is lost.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mwtextextractor==0.1.3
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from mwtextextractor import get_body_text

for page in (
    "It is <b>dark</b> and '''sour'''.",
    "They ask: <blockquote>Why rye?</blockquote> Because.",
    "Come to [https://mill.example/ the mill] soon.",
    "Sow:\n* rye\n* oats\nReap.",
    "== History ==\nRye is old.",
    "A rod is 5 < 6 ells.",
):
    print(repr(page))
    print("   ", repr(get_body_text(page)))
PY
diff "$work/seen" - <<'SEEN'
"It is <b>dark</b> and '''sour'''."
    'It is and sour.'
'They ask: <blockquote>Why rye?</blockquote> Because.'
    'They ask: Because.'
'Come to [https://mill.example/ the mill] soon.'
    'Come to soon.'
'Sow:\n* rye\n* oats\nReap.'
    'Sow: Reap.'
'== History ==\nRye is old.'
    'History Rye is old.'
'A rod is 5 < 6 ells.'
    'A rod is 5 6 ells.'
SEEN
echo "as described"
