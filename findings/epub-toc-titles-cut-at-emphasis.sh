#!/usr/bin/env bash
# epub_toc 1.0.0: a title in the table of contents ends at its first emphasis, and a part without a page is lost.
#
# Expected (EPUB 3.3, section 7): the label of an entry of <nav epub:type="toc"> is the text of its <a>, with all that is
# in it, or of its <span>, where a heading above others has no page of its own.
# Seen: "The <em>mill</em> by the river" is "The"; the part that is a <span> is nowhere, and its chapter is a child of
# the chapter before.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check epub_toc==1.0.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import json
import zipfile

from epub_toc import EPUBTOCParser

PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Rye</title></head><body><p>Rye</p></body></html>'
FILES = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    "book.opf": """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">rye</dc:identifier><dc:title>Rye</dc:title>
<dc:language>en</dc:language><meta property="dcterms:modified">2024-01-02T00:00:00Z</meta></metadata>
<manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="two.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="one"/><itemref idref="two"/></spine></package>""",
    "nav.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head>'
    '<title>Contents</title></head><body><nav epub:type="toc"><ol><li><a href="one.xhtml">The <em>mill</em> by the river</a></li>'
    '<li><span>Part two</span><ol><li><a href="two.xhtml">Bread</a></li></ol></li></ol></nav></body></html>',
    "one.xhtml": PAGE,
    "two.xhtml": PAGE,
}
with zipfile.ZipFile("rye.epub", "w") as archive:
    for name, text in FILES.items():
        archive.writestr(name, text)
print(json.dumps(EPUBTOCParser("rye.epub").extract_toc(), indent=1))
PY
diff "$work/seen" - <<'SEEN'
[
 {
  "title": "The",
  "href": "one.xhtml",
  "level": 0,
  "children": [
   {
    "title": "Bread",
    "href": "two.xhtml",
    "level": 1,
    "children": []
   }
  ]
 }
]
SEEN
echo "as described"
