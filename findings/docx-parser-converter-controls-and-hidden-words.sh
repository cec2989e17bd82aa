#!/usr/bin/env bash
# docx-parser-converter 1.0.3: words in content controls, smart tags and ruby are lost, hidden ones stand in plain text.
#
# Expected (ISO/IEC 29500-1): what stands in <w:sdtContent> and <w:smartTag> is text of the paragraph (17.5); ruby has
# words below it (17.3.3.25); a run with <w:vanish> is not shown (17.3.2.41). The documentation names changes, notes and
# fields among what is not read.
# Seen: in HTML and in plain text such words are gone without a word, and with them a paragraph that has no others. In
# plain text, hidden words stand among the rest; in HTML they are hidden.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check docx-parser-converter==1.0.3 lxml==6.1.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import io
import zipfile

from docx_parser_converter import docx_to_html, docx_to_text

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def docx(paragraph):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default'
            ' Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{TYPE}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{DOCUMENT}"'
            ' Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{MAIN}"><w:body><w:p>{paragraph}<w:r><w:t>rye.</w:t></w:r></w:p></w:body>'
            "</w:document>",
        )
    return file.getvalue()


RUN = "<w:r><w:t>Sow</w:t></w:r>"
for paragraph in (
    RUN,
    f'<w:smartTag w:uri="urn:rye" w:element="word">{RUN}</w:smartTag>',
    f"<w:sdt><w:sdtContent>{RUN}</w:sdtContent></w:sdt>",
    f"<w:r><w:ruby><w:rt><w:r><w:t>s</w:t></w:r></w:rt><w:rubyBase>{RUN}</w:rubyBase></w:ruby></w:r>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r>",
):
    document = docx(paragraph)
    html = docx_to_html(document)
    print(repr(docx_to_text(document)), html[html.index("<p>") : html.index("</p>")])
PY
diff "$work/seen" - <<'SEEN'
'Sowrye.' <p>Sowrye.
'rye.' <p>rye.
'rye.' <p>rye.
'rye.' <p>rye.
'Hiddenrye.' <p><span style="display: none">Hidden</span>rye.
SEEN
echo "as described"
