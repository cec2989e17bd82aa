#!/usr/bin/env bash
# opengraph_py3 0.71: of several pictures a page has the last, with the width of the first, and of several authors
# none.
#
# Expected (ogp.me, "Arrays" and "Structured Properties"): the first of several tags counts where one is wanted, and
# "og:image:width" belongs to the picture that it follows; a relative address is completed, or is left out.
# Seen: a later tag replaces an earlier one, and only names that begin with "og:" are read.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check opengraph_py3==0.71
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from opengraph_py3 import OpenGraph

PAGE = """<html><head><title>Rye</title>
<meta property="og:title" content="Sow &amp; mill"><meta property="og:type" content="article">
<meta property="og:url" content="https://rye.example/"><meta property="og:image" content="https://rye.example/wide.jpg">
<meta property="og:image:width" content="1200"><meta property="og:image" content="https://rye.example/icon.png">
<meta property="article:author" content="Ann"><meta property="article:author" content="Tom">
</head><body></body></html>"""
for name, value in OpenGraph(html=PAGE).items():
    print(name, value)
PY
diff "$work/seen" - <<'SEEN'
scrape False
_url None
title Sow & mill
type article
url https://rye.example/
image https://rye.example/icon.png
image:width 1200
SEEN
echo "as described"
