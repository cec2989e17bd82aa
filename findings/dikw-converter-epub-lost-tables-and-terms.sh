#!/usr/bin/env bash
# dikw-converter-epub 0.1.0: tables, lists of terms and what stands in <div> or <aside> are not in the Markdown.
#
# Expected: the words of an EPUB's pages, which are XHTML (EPUB 3.3, 5.1), are in the text that is made of them, if in
# another form; two paragraphs of a quotation and a point within a point stay apart.
# Seen: paragraphs, headings, lists, quotations and code are read alone. A table, terms and what they mean, a note in
# <aside>, a caption and words that stand in a <div> are gone without a word. Paragraphs of a quotation are one, and the
# first point of an inner list is one word with its parent.
#
# Needs Python 3.12 or later, as the package does.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for python in python3 python3.13 python3.12 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python; do
  if "$python" -c "import sys; sys.exit(sys.version_info < (3, 12))" 2>/dev/null; then break; fi
done
"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps dikw-converter-epub==0.1.0
cat >make.py <<'PY'
import zipfile

BODY = """<h1>Rye</h1><p>Sow it.</p><div>By hand.</div><table><tr><th>Year</th></tr><tr><td>1984</td></tr></table>
<dl><dt>Rye</dt><dd>A grain</dd></dl><blockquote><p>Mill it.</p><p>Bake it.</p></blockquote>
<ul><li>Mills<ul><li>of stone</li></ul></li></ul><aside epub:type="footnote"><p>Not later.</p></aside>"""
XHTML = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
FILES = {
    "META-INF/container.xml": """<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""",
    "b.opf": """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="u">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="u">urn:rye</dc:identifier>
<dc:title>Rye</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2024-01-02T03:04:05Z</meta></metadata>
<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="p" href="p.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="p"/></spine></package>""",
    "nav.xhtml": f"""<html {XHTML}><head><title>Contents</title></head>
<body><nav epub:type="toc"><ol><li><a href="p.xhtml">Rye</a></li></ol></nav></body></html>""",
    "p.xhtml": f"<html {XHTML}><head><title>Rye</title></head><body>{BODY}</body></html>",
}
with zipfile.ZipFile("rye.epub", "w") as book:
    book.writestr("mimetype", "application/epub+zip")
    for name, text in FILES.items():
        book.writestr(name, text)
PY
venv/bin/python make.py

venv/bin/python - <<'PY' | tee "$work/seen"
from pathlib import Path

from dikw_converter_epub import EpubConverter

EpubConverter().convert(Path("rye.epub"), Path("out"))
print(Path("out/rye.md").read_text(encoding="utf-8"))
PY
diff "$work/seen" - <<'SEEN'
# Rye

## Rye

Sow it.

> Mill it.Bake it.

- Millsof stone
![[assets/rye.epub|original]]

SEEN
echo "as described"
