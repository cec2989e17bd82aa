#!/usr/bin/env bash
# docx2txt2 1.0.4: deleted words are in the text of a Word document, and so are the instructions of its fields.
#
# Expected (ECMA-376-1, 17.13.5.14 and 17.16.23): <w:delText> is what a tracked change took away and <w:instrText> a
# field's code, which no reader sees; the words of one <w:p> are not parted where its runs are.
# Seen: "deleted" stands beside "inserted"; "HYPERLINK" and its address stand before the link's words; "10" with a
# raised "2" is "10 2" and "mill" in two runs "mi ll"; all paragraphs and cells are one line.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check docx2txt2==1.0.4
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import zipfile

import docx2txt2

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def run(words, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def change(tag, words, text):
    return f'<w:{tag} w:id="1" w:author="A" w:date="2024-01-02T00:00:00Z"><w:r><w:{text}>{words}</w:{text}></w:r></w:{tag}>'


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
PARAGRAPHS = (
    run("It is ") + change("del", "deleted", "delText") + change("ins", "inserted", "t") + run("."),
    mark("begin") + '<w:r><w:instrText> HYPERLINK "https://mill.example/" </w:instrText></w:r>' + mark("separate")
    + run("the map") + mark("end"),
    run("10") + run("2", RAISED) + run(" rods to the mi") + run("ll", "<w:rPr><w:b/></w:rPr>"),
)
body = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in PARAGRAPHS)
with zipfile.ZipFile("rye.docx", "w") as archive:
    archive.writestr(
        "[Content_Types].xml",
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
        f'PartName="/word/document.xml" ContentType="{KIND}"/></Types>',
    )
    archive.writestr(
        "_rels/.rels",
        f'<Relationships xmlns="{RELS}"><Relationship Id="a" Type="{MAIN}" Target="word/document.xml"/></Relationships>',
    )
    archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
print(docx2txt2.extract_text("rye.docx"))
PY
diff "$work/seen" - <<'SEEN'
It is deleted inserted. HYPERLINK "https://mill.example/" the map 10 2 rods to the mi ll
SEEN
echo "as described"
