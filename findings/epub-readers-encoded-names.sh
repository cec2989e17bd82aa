#!/usr/bin/env bash
# epub 1.3.0, @lingo-reader/epub-parser 0.4.6: a chapter whose name holds a space is empty; EPUB 3 has no contents.
#
# Expected (EPUB 3.3, 5.6.2 and 7.4.1): "href" is an address, "one%20loaf.xhtml" that of the file "one loaf.xhtml";
# the navigation document is the table of contents, with or without an NCX; a book may have two authors. EbookLib
# reads chapter, contents and authors.
# Seen: both look for a file of the encoded name and give an empty chapter; they, and epub2 3.0.2, which finds the
# chapter, have no contents without an NCX; epub and epub2 have the first author only.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    epub@1.3.0 epub2@3.0.2 @lingo-reader/epub-parser@0.4.6 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check EbookLib==0.20
cat >"$work/make.py" <<'PY'
import zipfile

PAGE = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
FILES = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<?xml version="1.0"?><container version="1.0"'
    ' xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf"'
    ' media-type="application/oebps-package+xml"/></rootfiles></container>',
    "EPUB/package.opf": '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"'
    ' unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<dc:identifier id="id">urn:uuid:00000000-0000-4000-8000-000000000001</dc:identifier><dc:title>Rye</dc:title>'
    "<dc:creator>Ann Li</dc:creator><dc:creator>Tom Quay</dc:creator><dc:language>en</dc:language>"
    '<meta property="dcterms:modified">2024-02-01T00:00:00Z</meta></metadata><manifest>'
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '<item id="one" href="one%20loaf.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="one"/></spine></package>',
    "EPUB/nav.xhtml": f'{PAGE}<head><title>Contents</title></head><body><nav epub:type="toc"><ol><li>'
    '<a href="one%20loaf.xhtml">One loaf</a></li></ol></nav></body></html>',
    "EPUB/one loaf.xhtml": f"{PAGE}<head><title>One</title></head><body><h1>One loaf</h1><p>Mix.</p></body></html>",
}
with zipfile.ZipFile("rye.epub", "w") as book:
    for name, content in FILES.items():
        book.writestr(name, content)
PY
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import { initEpubFile } from "@lingo-reader/epub-parser";

const require = createRequire(import.meta.url);
for (const name of ["epub", "epub2"]) {
  const library = require(name);
  const book = new (library.EPub ?? library.default ?? library)("rye.epub");
  await new Promise((resolve, reject) => { book.on("end", resolve); book.on("error", reject); book.parse(); });
  const chapter = await new Promise((resolve) => book.getChapter("one", (error, text) => resolve(error ? "none" : text)));
  console.log(name, JSON.stringify(chapter), book.toc.length, book.metadata.creator);
}
console.info = console.warn = () => {};
const book = await initEpubFile("rye.epub", "images");
const { html } = await book.loadChapter("one");
const authors = book.getMetadata().creator.map(({ contributor }) => contributor).join(", ");
console.log("@lingo-reader/epub-parser", JSON.stringify(html), book.getToc().length, authors);
process.exit(0);
JS
"$work/venv/bin/python" make.py
{
    node "$work/try.mjs" 2>/dev/null
    "$work/venv/bin/python" -W ignore - <<'PY'
import re

from ebooklib import epub

book = epub.read_epub("rye.epub")
chapter = book.get_item_with_id("one").get_body_content().decode()
authors = ", ".join(name for name, _ in book.get_metadata("DC", "creator"))
print("EbookLib", re.sub(r"\s+", " ", chapter).strip(), len(book.toc), authors)
PY
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
epub "" 0 Ann Li
epub2 "<h1>One loaf</h1><p>Mix.</p>" 0 Ann Li
@lingo-reader/epub-parser "" 0 Ann Li, Tom Quay
EbookLib <h1>One loaf</h1> <p>Mix.</p> 1 Ann Li, Tom Quay
SEEN
echo "as described"
