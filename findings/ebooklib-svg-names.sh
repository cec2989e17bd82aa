#!/usr/bin/env bash
# EbookLib 0.20: a drawing in a chapter loses its view box and its gradients.
#
# Expected: the content of a chapter, which is XHTML, is in the book as it was given; in XML, the names of
# elements and attributes depend on case (SVG 2: `viewBox`, `linearGradient`).
# Seen: the chapter is parsed as HTML by lxml, which makes all names lower case, and written as XML, where
# `viewbox` and `lineargradient` mean nothing: a drawing has no size of its own and no colours. The title and
# the type of <body>, and styles in <head>, are not in the book either.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check EbookLib==0.20
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import re
from io import BytesIO
from zipfile import ZipFile

from ebooklib import epub

CHAPTER = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>Bread</title><style>p { margin: 0 }</style></head>
<body epub:type="bodymatter"><p>Rye.</p>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><linearGradient id="g"/></defs>
<rect width="9" height="9" fill="url(#g)"/></svg></body></html>"""
book = epub.EpubBook()
book.set_identifier("urn:digest")
book.set_title("Digest")
book.set_language("en")
chapter = epub.EpubHtml(title="Bread", file_name="bread.xhtml", content=CHAPTER)
book.add_item(chapter)
book.spine = [chapter]
book.add_item(epub.EpubNav())
file = BytesIO()
epub.write_epub(file, book)
written = ZipFile(file).read("EPUB/bread.xhtml").decode()
for name, text in (("given  ", CHAPTER), ("written", written)):
    print(name, re.findall(r"(?i)viewbox|<lineargradient|<style|<body[^>]*>", text))
PY
diff "$work/seen" - <<'SEEN'
given   ['<style', '<body epub:type="bodymatter">', 'viewBox', '<linearGradient']
written ['<body>', 'viewbox', '<lineargradient']
SEEN
echo "as described"
