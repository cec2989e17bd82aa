#!/usr/bin/env bash
# mammoth 1.13.0, markitdown 0.1.9: a numbered list of Word begins at 1, and again at 1 after a paragraph within it.
#
# Expected: a list that Word shows as 3, 4, then a paragraph, then 5 has these numbers: <ol start="3">, <ol start="5">.
# Seen: two lists, both from 1. A list of the same kind that begins anew right after another is part of it, 1 to 4.
# pandoc gives the numbers.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mammoth==1.13.0 'markitdown[docx]==0.1.9' \
    pypandoc_binary==1.17
"$work/venv/bin/python" - <<'PY'
import zipfile

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def paragraph(words, number=None):
    listed = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>' if number else ""
    return f"<w:p>{listed}<w:r><w:t>{words}</w:t></w:r></w:p>"


BODY = paragraph("three", 1) + paragraph("four", 1) + paragraph("Between.") + paragraph("five", 1)
BODY += paragraph("one", 2) + paragraph("two", 2)
LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
ANEW = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
NUMBERING = f"""<w:abstractNum w:abstractNumId="0">{LEVEL}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>
</w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>{ANEW}</w:num>"""
with zipfile.ZipFile("list.docx", "w") as file:
    file.writestr("[Content_Types].xml", f"""<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"
ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/><Override
PartName="/word/numbering.xml" ContentType="{TYPE}.numbering+xml"/></Types>""")
    file.writestr("_rels/.rels", f"""<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1"
Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>""")
    file.writestr("word/_rels/document.xml.rels", f"""<Relationships xmlns="{PACKAGE}/relationships"><Relationship
Id="r2" Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>""")
    file.writestr("word/numbering.xml", f'<w:numbering xmlns:w="{MAIN}">{NUMBERING}</w:numbering>')
    file.writestr("word/document.xml", f'<w:document xmlns:w="{MAIN}"><w:body>{BODY}</w:body></w:document>')
PY
"$work/venv/bin/python" -W ignore - <<'PY' 2>/dev/null | tee "$work/seen"
import mammoth
import pypandoc
from markitdown import MarkItDown

with open("list.docx", "rb") as file:
    print("mammoth:", mammoth.convert_to_html(file).value)
print("markitdown:", " / ".join(line for line in MarkItDown().convert("list.docx").text_content.splitlines() if line))
print("pandoc:", " / ".join(line for line in pypandoc.convert_file("list.docx", "gfm").splitlines() if line))
PY
diff "$work/seen" - <<'SEEN'
mammoth: <ol><li>three</li><li>four</li></ol><p>Between.</p><ol><li>five</li><li>one</li><li>two</li></ol>
markitdown: 1. three / 2. four / Between. / 1. five / 2. one / 3. two
pandoc: 3.  three / 4.  four / Between. / 5.  five / <!-- --> / 1.  one / 2.  two
SEEN
echo "as described"
