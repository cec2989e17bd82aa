#!/usr/bin/env bash
# doc-files 0.1.0: a paragraph that begins with a year gets a backslash that is shown, and quotations are paragraphs.
#
# Expected (CommonMark, 2.4): a backslash escapes punctuation only, so "1986\. It rained"; of a book the model keeps
# what it means, so quotations, code, numbers of lists, and a chapter whose name is encoded in the manifest, as it
# must be.
# Seen: "\1986. It rained" shows its backslash; <blockquote> and <pre> are plain paragraphs; a list that begins at 3
# does so at 1; reading signs join the letters that they stand above; of the two chapters the one with a space in its
# file's name is missing.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check doc-files==0.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import zipfile

import doc_files

OPF = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:mill:1</dc:identifier>
<dc:title>Rye</dc:title><dc:language>en</dc:language></metadata>
<manifest><item id="a" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="chapter%20two.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/></spine></package>"""
CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PAGE = """<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html>"""
BODY = """<p>1986. It rained.</p><blockquote><p>Rye is life.</p></blockquote><pre>sow
  reap</pre><ol start="3"><li>Bake</li></ol><p><ruby>\u6f22<rt>kan</rt></ruby></p>"""
with zipfile.ZipFile("book.epub", "w") as book:
    book.writestr("mimetype", "application/epub+zip")
    book.writestr("META-INF/container.xml", CONTAINER)
    book.writestr("book.opf", OPF)
    book.writestr("one.xhtml", PAGE.format(BODY))
    book.writestr("chapter two.xhtml", PAGE.format("<p>The second chapter.</p>"))
print(doc_files.to_markdown(doc_files.read("book.epub")).rstrip())
PY
diff "$work/seen" - <<'SEEN'
# Rye

## Chapter 1

\1986. It rained.

Rye is life.

sow  
  reap

1. Bake

漢kan
SEEN
echo "as described"
