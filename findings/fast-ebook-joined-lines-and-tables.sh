#!/usr/bin/env bash
# fast-ebook 0.2.0: the lines of a poem and the cells of a table in a book are one word, and quotations lose their
# words.
#
# Expected: to_markdown() writes <br> as a line break, a table with its cells apart, numbers before the items of <ol>,
# the paragraphs of a quotation behind ">", those of an item behind "-", and a picture with its description.
# Seen: "red,violets"; "RyeMay3" of a table; numbered steps have dashes, and the inner ones stand among the outer; a
# ">" stands alone above the words that it quotes; the picture is gone; a paragraph "# 5" is a heading.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fast-ebook==0.2.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import zipfile

from fast_ebook import epub

OPF = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:mill:1</dc:identifier>
<dc:title>Rye</dc:title><dc:language>en</dc:language></metadata>
<manifest><item id="a" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/></spine></package>"""
CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PAGE = """<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html>"""
BODY = """<p>Roses are red,<br/>violets are blue.</p><table><tr><td>Rye</td><td>May</td><td>3</td></tr></table>
<ol><li>Mix<ol><li>slowly</li></ol></li><li>Bake</li></ol><blockquote><p>Rye is life.</p></blockquote>
<ul><li><p>One.</p></li></ul><p><img src="loaf.png" alt="A loaf"/></p><p># 5</p>"""
with zipfile.ZipFile("book.epub", "w") as book:
    book.writestr("mimetype", "application/epub+zip")
    book.writestr("META-INF/container.xml", CONTAINER)
    book.writestr("book.opf", OPF)
    book.writestr("one.xhtml", PAGE.format(BODY))
print(epub.read_epub("book.epub").to_markdown())
PY
diff "$work/seen" - <<'SEEN'
# Rye

**Unknown**

---

Roses are red,violets are blue.

RyeMay3
- Mix
- slowly

- Bake
>
Rye is life.

-
One.

# 5
SEEN
echo "as described"
