#!/usr/bin/env bash
# readability-lxml 0.9: a short bulleted list between paragraphs of an article vanishes.
#
# Expected: the article that summary() returns holds what <article> holds: six paragraphs, and the
# list between them.
# Seen: a <ul> of two short items, or of one with a list in it, is removed; a third item saves it,
# and the same two items in an <ol> stay. Nothing tells that something is missing.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    readability-lxml==0.9 lxml==6.1.3 lxml_html_clean==0.4.6
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from readability import Document

TEXT = "A sentence of an article on lamps, which is long enough to be taken for text by anybody. "
LISTS = {
    "ul": "<ul><li>one wick</li><li>two lamps</li></ul>",
    "ul of three": "<ul><li>one wick</li><li>two lamps</li><li>three cans of oil</li></ul>",
    "ul nested": "<ul><li>one wick<ul><li>cut flat</li></ul></li></ul>",
    "ol": "<ol><li>one wick</li><li>two lamps</li></ol>",
}
paragraphs = f"<p>{TEXT * 3}</p>" * 3
for name, items in LISTS.items():
    article = f"<article><h1>Lamps</h1>{paragraphs}{items}{paragraphs}</article>"
    page = f"<html><head><title>Lamps</title></head><body>{article}</body></html>"
    summary = Document(page).summary(html_partial=True)
    fate = "kept" if "one wick" in summary else "gone"
    print(f"{name}: list {fate}, {summary.count('<p>')} paragraphs")
PY
diff "$work/seen" - <<'SEEN'
ul: list gone, 6 paragraphs
ul of three: list kept, 6 paragraphs
ul nested: list gone, 6 paragraphs
ol: list kept, 6 paragraphs
SEEN
echo "as described"
