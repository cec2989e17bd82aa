#!/usr/bin/env bash
# html2docxconverter 0.1.8: items of an inner list are there up to three times, and a table has no header row.
#
# Expected (the package's page lists <ul>, <ol>, <li> and <th> as supported): each item is one paragraph, its paragraphs
# apart, and the header cells are the table's first row.
# Seen: an outer item has the words of all that is in it, run together, and each inner item follows again, once for
# each level; of a table with <thead> the body's row alone is there.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html2docxconverter==0.1.8
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from docx import Document
from htmltodocx import HTMLtoDocx

for page in (
    "<ol><li>rye<ul><li>dark<ul><li>bread</li></ul></li></ul></li></ol>",
    "<ul><li><p>Sow</p><p>in March</p></li></ul>",
    "<table><thead><tr><th>Grain</th></tr></thead><tbody><tr><td>rye</td></tr></tbody></table>",
):
    print(page)
    document = Document()
    HTMLtoDocx(document).parse_html(page)
    for paragraph in document.paragraphs:
        if paragraph.text:
            print("   ", f"{paragraph.style.name}: {paragraph.text}")
    for table in document.tables:
        print("   ", [[cell.text for cell in row.cells] for row in table.rows])
PY
diff "$work/seen" - <<'SEEN'
<ol><li>rye<ul><li>dark<ul><li>bread</li></ul></li></ul></li></ol>
    List Number: ryedarkbread
    List Bullet: bread
    List Number: darkbread
    List Number: bread
<ul><li><p>Sow</p><p>in March</p></li></ul>
    List Bullet: Sowin March
<table><thead><tr><th>Grain</th></tr></thead><tbody><tr><td>rye</td></tr></tbody></table>
    [['rye']]
SEEN
echo "as described"
