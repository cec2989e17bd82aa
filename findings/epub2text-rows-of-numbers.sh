#!/usr/bin/env bash
# epub2text 0.2.8: years and rows of numbers are gone, with all cleaning switched off, too, and lines of a verse join.
#
# Expected: "--raw" is described as "Disable all text cleaning", "--keep-page-numbers" and "--keep-footnotes" as what
# they are called; a page of an EPUB says itself where a page of print begins (epub:type="pagebreak"). A line break
# parts words.
# Seen: a line of digits is taken for the number of a page, whatever the options: a row of a table, a year that is a
# paragraph. Of "Page 12" in a text the number goes, and the words join the next paragraph; "[1]" goes. Words around
# <br/> are one word. "--output-format markdown" keeps all of these.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check epub2text==0.2.8
cat >make.py <<'PY'
import zipfile

BODY = """<h1>Rye</h1><p>1984</p><p>It was dry.</p><table><tr><th>Year</th><th>Tons</th></tr>
<tr><td>1984</td><td>12</td></tr></table><p>See page 12</p><p>and the list [1].</p><p>Sow rye,<br/>mill oats.</p>"""
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
for options in "" "--raw --keep-page-numbers --keep-footnotes" "--output-format markdown"; do
  echo "== $options"
  venv/bin/epub2text extract $options rye.epub 2>/dev/null | grep -v -e ing -e '^$'
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
== 
It was dry.
YearTons
  See page and the list .
  Sow rye,mill oats.
== --raw --keep-page-numbers --keep-footnotes
It was dry.
YearTons
  See page and the list .
  Sow rye,mill oats.
== --output-format markdown
# Rye
1984
It was dry.
Year
Tons
1984
12
See page 12
and the list \[1\].
Sow rye,  
mill oats.
SEEN
echo "as described"
