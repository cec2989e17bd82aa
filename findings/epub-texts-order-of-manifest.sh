#!/usr/bin/env bash
# epub2txt 0.1.6, epubparser 0.1.7: chapters are in the order of the book's list of files, not in that of its reading.
#
# Expected (EPUB 3.3, 5.6 and 5.7): the spine has the order of reading; the order of the manifest means nothing, and
# may have the notes before the first chapter.
# Seen: both give the chapters as the manifest lists them, the second before the first and the notes between; epubparser
# leaves "&amp;" and "&lt;" as references in its text. No message says that the order is another.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
python3 -m venv "$work/parser"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check epub2txt==0.1.6
"$work/parser/bin/pip" install --quiet --disable-pip-version-check epubparser==0.1.7
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import contextlib
import io
import subprocess
import zipfile

PAGE = (
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{0}</title></head>'
    "<body><h1>{0}</h1><p>{1}</p></body></html>"
)
FILES = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    "book.opf": """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">rye</dc:identifier><dc:title>Rye</dc:title>
<dc:language>en</dc:language><meta property="dcterms:modified">2024-01-02T00:00:00Z</meta></metadata>
<manifest><item id="two" href="two.xhtml" media-type="application/xhtml+xml"/>
<item id="notes" href="notes.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="one"/><itemref idref="two"/><itemref idref="notes"/></spine></package>""",
    "nav.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head>'
    '<title>Contents</title></head><body><nav epub:type="toc"><ol><li><a href="one.xhtml">One</a></li></ol></nav></body></html>',
    "one.xhtml": PAGE.format("One", "Rye &amp; oats."),
    "two.xhtml": PAGE.format("Two", "5 &lt; 6."),
    "notes.xhtml": PAGE.format("Notes", "A note."),
}
with zipfile.ZipFile("rye.epub", "w") as archive:
    for name, text in FILES.items():
        archive.writestr(name, text)
with contextlib.redirect_stderr(io.StringIO()):
    from epub2txt import epub2txt

    print("epub2txt  ", [text for text in epub2txt("rye.epub", outputlist=True) if "Contents" not in text])
subprocess.run(["parser/bin/epubparser", "rye.epub", "rye.txt"], check=True, capture_output=True)
print("epubparser", open("rye.txt").read().split())
PY
diff "$work/seen" - <<'SEEN'
epub2txt   ['TwoTwo5 < 6.', 'NotesNotesA note.', 'OneOneRye & oats.']
epubparser ['Rye', 'Two', '5', '&lt;', '6.', 'Notes', 'A', 'note.', 'One', 'Rye', '&amp;', 'oats.', 'One']
SEEN
echo "as described"
