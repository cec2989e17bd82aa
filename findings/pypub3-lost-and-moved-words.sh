#!/usr/bin/env bash
# pypub3 2.0.9: words of a chapter change places, code and terms are not in the book, and "&" in a title breaks it.
#
# Expected: the words of a page are in its chapter, in their order, whatever elements are around them; a title is
# escaped as XML.
# Seen: words in <mark>, <kbd>, <pre>, <dt> and <summary> vanish, and those after them move: of "One two three four
# five six", with two words in such elements and one in bold, "One threesix four" is left. The package and the
# contents of a book called "Rye & Oats" are malformed.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypub3==2.0.9
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import re
import zipfile
from xml.etree import ElementTree

import pypub

for html in (
    "<p>One <mark>two</mark> three <b>four</b> <kbd>five</kbd> six</p>",
    "<pre><code>bake(loaf)</code></pre><p>Then eat.</p>",
    "<dl><dt>Rye</dt><dd>A grain.</dd></dl>",
    "<details><summary>More</summary><p>Salt.</p></details>",
):
    book = pypub.Epub("Rye & Oats")
    book.add_chapter(pypub.create_chapter_from_html(f"<html><body>{html}</body></html>".encode(), title="Chapter"))
    book.create("book.epub")
    text = zipfile.ZipFile("book.epub").read("OEBPS/chapter-1.xhtml").decode()
    print(html)
    print("   ", re.sub(r"\s+", " ", re.sub("<[^>]+>", "", text.partition("<hr/>")[2])).strip())
for name in ("book.opf", "book.ncx"):
    try:
        ElementTree.fromstring(zipfile.ZipFile("book.epub").read(f"OEBPS/{name}"))
        print(name, "is XML")
    except ElementTree.ParseError as error:
        print(name, error)
PY
diff "$work/seen" - <<'SEEN'
<p>One <mark>two</mark> three <b>four</b> <kbd>five</kbd> six</p>
    One threesix four
<pre><code>bake(loaf)</code></pre><p>Then eat.</p>
    Then eat.
<dl><dt>Rye</dt><dd>A grain.</dd></dl>
    A grain.
<details><summary>More</summary><p>Salt.</p></details>
    Salt.
book.opf not well-formed (invalid token): line 4, column 19
book.ncx not well-formed (invalid token): line 9, column 23
SEEN
echo "as described"
