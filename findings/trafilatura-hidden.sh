#!/usr/bin/env bash
# trafilatura 2.3.1: text that a page hides becomes part of the article.
#
# Expected: what no browser shows is no text: an element with the attribute hidden, and <template>,
# whose content a script may show later (HTML Living Standard, 6.1 and 4.12.3).
# Seen: extract() leaves out what style="display:none", aria-hidden and a closed <dialog> hide, but
# returns the words in <p hidden> and in <template>.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    trafilatura==2.3.1 lxml_html_clean==0.4.6
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from trafilatura import extract

TEXT = "A sentence of an article on lamps, which is long enough to be taken for text by anybody. "
paragraphs = f"<p>{TEXT * 3}</p>" * 3
WORDS = "These words of the editor are not for readers, and no browser shows them."
for name, hidden in {
    "display:none": f'<p style="display:none">{WORDS}</p>',
    "aria-hidden": f'<p aria-hidden="true">{WORDS}</p>',
    "dialog": f"<dialog><p>{WORDS}</p></dialog>",
    "hidden": f"<p hidden>{WORDS}</p>",
    "template": f"<template><p>{WORDS}</p></template>",
}.items():
    page = f"<html><body><article>{paragraphs}{hidden}{paragraphs}</article></body></html>"
    print(name, WORDS in extract(page))
PY
diff "$work/seen" - <<'SEEN'
display:none False
aria-hidden False
dialog False
hidden True
template True
SEEN
echo "as described"
