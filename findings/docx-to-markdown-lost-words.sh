#!/usr/bin/env bash
# docx2md 1.0.5, docx2everything 1.1.0: words of a link, of an insertion or in a content control are not in the Markdown.
#
# Expected: a Word document's text is what Word shows, links and what was inserted with tracked changes included
# (ECMA-376-1, 17.16.22, 17.13.5.18, 17.5.2); markitdown 0.1.9 has all of it, and the number of an item.
# Seen: docx2md leaves out the words of every link, docx2everything those that were inserted, and both a paragraph within
# a content control, and the marks of lists. Nothing says that words are missing.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check docx2md==1.0.5 docx2everything==1.1.0 \
  'markitdown[docx]==0.1.9' python-docx==1.2.0
cat >"$work/try.py" <<'PY'
import subprocess
import sys

import docx2everything
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from markitdown import MarkItDown

document = Document()
target = document.part.relate_to("https://rye.example/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
run = "<w:r><w:t>{}</w:t></w:r>"
names = nsdecls("w", "r")
paragraph = document.add_paragraph("See ")
paragraph._p.append(parse_xml(f'<w:hyperlink {names} r:id="{target}">{run.format("the mill")}</w:hyperlink>'))
paragraph.add_run(" today.")
paragraph = document.add_paragraph("Sow ")
inserted = f'<w:ins {names} w:id="1" w:author="Ann" w:date="2024-01-02T10:00:00Z">{run.format("rye")}</w:ins>'
paragraph._p.append(parse_xml(inserted))
paragraph.add_run(" now.")
content = f"<w:p>{run.format('Harvest in August.')}</w:p>"
paragraph._p.addnext(parse_xml(f"<w:sdt {names}><w:sdtContent>{content}</w:sdtContent></w:sdt>"))
document.add_paragraph("Mill it.", style="List Number")
table = document.add_table(2, 2)
for cell, text in zip(table._cells, ("Grain", "Fields", "Rye", "north\nsouth"), strict=True):
    cell.text = text.split("\n")[0]
    for line in text.split("\n")[1:]:
        cell.add_paragraph(line)
document.save("rye.docx")

print("docx2md:")
subprocess.run([sys.executable, "-m", "docx2md", "rye.docx", "rye.md"], check=True, capture_output=True)
with open("rye.md", encoding="utf-8") as file:
    print(*filter(None, file.read().splitlines()), sep="\n")
print("docx2everything:")
print(*filter(None, docx2everything.process_to_markdown("rye.docx").splitlines()), sep="\n")
print("markitdown:")
print(*filter(None, MarkItDown().convert("rye.docx").text_content.splitlines()), sep="\n")
PY
"$work/venv/bin/python" "$work/try.py" 2>/dev/null | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
docx2md:
See  today.
Sow rye now.
Mill it.
<table id="table1">
<tr>
<td>Grain</td>
<td>Fields</td>
</tr>
<tr>
<td>Rye</td>
<td>north<br>south</td>
</tr>
</table>
docx2everything:
See [the mill](https://rye.example/) today.
Sow  now.
Mill it.
| Grain | Fields |
| --- | --- |
| Rye | north south |
markitdown:
See [the mill](https://rye.example/) today.
Sow rye now.
Harvest in August.
1. Mill it.
|  |  |
| --- | --- |
| Grain | Fields |
| Rye | north  south |
SEEN
echo "as described"
