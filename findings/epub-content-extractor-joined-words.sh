#!/usr/bin/env bash
# epub-content-extractor 0.2.6: words beside formatted ones join them, and code and lists are not in the Markdown.
#
# Expected: the words of an EPUB's pages, which are XHTML (EPUB 3.3, 5.1), are in the text that is made of them, with
# the spaces between them. "|---|" is between the first row of a table and the rest (GFM, 4.10).
# Seen: the space before and after each formatted word, each link and each mark of a note is taken out. Blocks of code,
# lists, and what stands in <div> are gone without a word; a table has no rule, so that it is a line of bars.
#
# Needs Python 3.13 or later, as the package does.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for python in python3 python3.13 python3.12 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python; do
  if "$python" -c "import sys; sys.exit(sys.version_info < (3, 13))" 2>/dev/null; then break; fi
done
"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  --no-deps epub-content-extractor==0.2.6 ebooklib==0.20 lxml==6.1.3 six==1.17.0 beautifulsoup4==4.15.0 \
  soupsieve==4.1.3 typing-extensions==4.16.0 pillow==13.0.0
cat >make.py <<'PY'
import zipfile

BODY = """<h1>Rye</h1><p>Sow <em>rye</em> in <b>October</b>, as <a href="#a">Ann</a> said.</p>
<pre><code>mill(rye)</code></pre><ol><li>Sow</li><li>Mill</li></ol><div>By hand.</div>
<table><tr><th>Year</th><th>Tons</th></tr><tr><td>1984</td><td>12</td></tr></table><p>It is tall.</p>"""
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

from epub_content_extractor import extract_epub

extract_epub(Path("rye.epub"), Path("out"))
print(next(Path("out").glob("*.md")).read_text(encoding="utf-8").split("---\n", 2)[2].strip())
PY
diff "$work/seen" - <<'SEEN'
# Rye

SowryeinOctober, asAnnsaid.

| Year | Tons |
| 1984 | 12 |

It is tall.
SEEN
echo "as described"
