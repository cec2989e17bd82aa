#!/usr/bin/env bash
# epub-utils 0.1.0a1, openepub 0.0.9: the text of an e-book has cells as one number ("50030"), the first also paragraphs.
#
# Expected: blocks, lines and cells are apart in plain text by a line or a space at least, so that words can be counted.
# Seen: epub-utils puts the text of all elements together: "RyeIt rained.Webaked.flourwater50030". openepub parts
# paragraphs, lines and items, but not the cells of a row.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check epub-utils==0.1.0a1 openepub==0.0.9
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import zipfile

container = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
package = """<?xml version="1.0"?>
<package version="3.0" unique-identifier="id" xmlns="http://www.idpf.org/2007/opf">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:uuid:1</dc:identifier>
<dc:title>Rye</dc:title><dc:language>en</dc:language></metadata>
<manifest><item id="rye" href="rye.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="rye"/></spine></package>"""
page = """<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Rye</title></head><body>
<h1>Rye</h1><p>It rained.</p><p>We<br/>baked.</p><ul><li>flour</li><li>water</li></ul><table><tr><td>500</td><td>30</td></tr></table></body></html>"""

with zipfile.ZipFile("rye.epub", "w") as book:
    book.writestr("mimetype", "application/epub+zip")
    book.writestr("META-INF/container.xml", container)
    book.writestr("book.opf", package)
    book.writestr("rye.xhtml", page)

from epub_utils import Document
from openepub import Epub

print(repr(Document("rye.epub").find_content_by_id("rye").to_plain().strip()))
print(repr(Epub("rye.epub").get_text().strip()))
PY
diff "$work/seen" - <<'SEEN'
'RyeIt rained.Webaked.flourwater50030'
'Rye\n\nIt rained.\n\nWe\n\nbaked.\n\nflour\n\nwater\n50030'
SEEN
echo "as described"
