#!/usr/bin/env bash
# ebookmeta 1.2.11: of an e-book of version 3 the series is not read, and writing a series adds one of calibre's beside it.
#
# Expected: `belongs-to-collection` with its `group-position` (EPUB 3.3, D.3) is the series, as calibre's own names are.
# Seen: series is None. Setting it writes calibre's names, so that the file says two series, and a reader that knows the
# standard shows the old one.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ebookmeta==1.2.11
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import zipfile

container = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
package = """<?xml version="1.0"?>
<package version="3.0" unique-identifier="id" xmlns="http://www.idpf.org/2007/opf">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:uuid:1</dc:identifier>
<dc:title id="main">Rye</dc:title><meta refines="#main" property="title-type">main</meta>
<dc:title id="sub">A history</dc:title><meta refines="#sub" property="title-type">subtitle</meta>
<dc:creator id="anna">Anna</dc:creator><dc:creator id="bo">Bo</dc:creator><meta refines="#bo" property="role">aut</meta>
<dc:creator id="cy">Cy</dc:creator><meta refines="#cy" property="role">ill</meta>
<meta property="belongs-to-collection" id="grains">Grains</meta><meta refines="#grains" property="group-position">2</meta>
<dc:language>en</dc:language></metadata>
<manifest><item id="rye" href="rye.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="rye"/></spine></package>"""
page = """<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Rye</title></head><body>
<p>Rye</p></body></html>"""

with zipfile.ZipFile("rye.epub", "w") as book:
    book.writestr("mimetype", "application/epub+zip")
    book.writestr("META-INF/container.xml", container)
    book.writestr("book.opf", package)
    book.writestr("rye.xhtml", page)

import re

import ebookmeta

read = ebookmeta.get_metadata("rye.epub")
print(read.title, read.author_list, read.series, read.series_index)
read.series, read.series_index = "Cereals", 3
ebookmeta.set_metadata("rye.epub", read)
written = zipfile.ZipFile("rye.epub").read("book.opf").decode()
print(*re.findall(r"<meta [^>]*(?:collection|position|series)[^>]*>[^<]*", written), sep="\n")
PY
diff "$work/seen" - <<'SEEN'
Rye ['Anna', 'Bo'] None None
<meta property="belongs-to-collection" id="grains">Grains
<meta refines="#grains" property="group-position">2
<meta name="calibre:series" content="Cereals"/>
<meta name="calibre:series_index" content="3"/>
SEEN
echo "as described"
