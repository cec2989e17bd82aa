#!/usr/bin/env bash
# mkepub 1.2.2: every book is in English, and "&" in a title makes its tables of contents malformed.
#
# Expected: Book(..., language="de") gives a German book, and titles are escaped wherever they stand.
# Seen: the language is kept as metadata that no template uses: the package and the pages say "en"; titles are
# escaped in the package only, so that a "&" or "<" in the title of the book or of a page leaves toc.xhtml,
# toc.ncx and the page itself not well-formed.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkepub==1.2.2
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import re
import zipfile
from xml.etree import ElementTree

import mkepub


def make(title: str, name: str) -> None:
    book = mkepub.Book(title, language="de")
    book.add_page(title, "<p>Zwei Brote.</p>")
    book.save(name)
    with zipfile.ZipFile(name) as file:
        package = file.read("EPUB/package.opf").decode()
        print(title, re.findall(r"<dc:language>.*?</dc:language>", package))
        for part in ("EPUB/package.opf", "EPUB/toc.xhtml", "EPUB/toc.ncx", "EPUB/page0001.xhtml"):
            text = file.read(part).decode()
            try:
                ElementTree.fromstring(text)
            except ElementTree.ParseError:
                print(part, "is not well-formed")
            else:
                print(part, "is well-formed", *re.findall(r'(?<=[ :])lang="\w+"', text))


make("Brot", "plain.epub")
make("Brot & Salz", "ampersand.epub")
PY
diff "$work/seen" - <<'SEEN'
Brot ['<dc:language>en</dc:language>']
EPUB/package.opf is well-formed lang="en"
EPUB/toc.xhtml is well-formed lang="en" lang="en"
EPUB/toc.ncx is well-formed lang="en"
EPUB/page0001.xhtml is well-formed lang="en" lang="en"
Brot & Salz ['<dc:language>en</dc:language>']
EPUB/package.opf is well-formed lang="en"
EPUB/toc.xhtml is not well-formed
EPUB/toc.ncx is not well-formed
EPUB/page0001.xhtml is not well-formed
SEEN
echo "as described"
