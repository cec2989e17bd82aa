#!/usr/bin/env bash
# mammoth 1.13.0, markitdown 0.1.9: the address of a link in a field has the rest of the field in it, and words in the
# style "Emphasis" are plain while those in "Strong" are bold; with pandoc (pypandoc_binary 1.17), words with a reading
# above them are gone, too.
#
# Expected: HYPERLINK "https://x.example/" \l "top" leads to https://x.example/#top, and \o gives a tooltip (ECMA-376-1,
# 17.16.5.25); a character style with <w:i/> makes its words italic (17.7.9); <w:rubyBase> is text (17.3.3.27).
# Seen: the address is https://x.example/" \l "top, with the quotation marks, and the tooltip likewise; no <em>; of the
# ruby neither the base nor the reading. pandoc has the addresses and the emphasis, but not the ruby.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mammoth==1.13.0 'markitdown[docx]==0.1.9' \
    python-docx==1.2.0 pypandoc_binary==1.17
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import docx
import mammoth
import pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from markitdown import MarkItDown


def field(instruction):
    return f"""<w:p {nsdecls("w")}><w:r><w:fldChar w:fldCharType="begin"/></w:r>
        <w:r><w:instrText xml:space="preserve"> HYPERLINK {instruction} </w:instrText></w:r>
        <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>words</w:t></w:r>
        <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"""


RUBY = f"""<w:p {nsdecls("w")}><w:r><w:t>a </w:t></w:r><w:r><w:ruby><w:rt><w:r><w:t>hi</w:t></w:r></w:rt><w:rubyBase>
    <w:r><w:t>fire</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"""
document = docx.Document()
for xml in (field(r'"https://x.example/" \l "top"'), field(r'"https://x.example/" \o "A tip"'), RUBY):
    document.element.body.insert(-1, parse_xml(xml))
paragraph = document.add_paragraph()
for style in ("Strong", "Emphasis"):
    paragraph.add_run(style.lower() + " ").style = style
document.save("a.docx")
with open("a.docx", "rb") as file:
    print(mammoth.convert_to_html(file).value.replace("</p>", "</p>\n").strip())
print(MarkItDown().convert("a.docx").text_content.strip().split("\n")[0])
print(pypandoc.convert_file("a.docx", "markdown-smart", extra_args=["--wrap=none"]).strip())
PY
diff "$work/seen" - <<'SEEN'
<p><a href="https://x.example/&quot; \l &quot;top">words</a></p>
<p><a href="https://x.example/&quot; \o &quot;A tip">words</a></p>
<p>a </p>
<p><strong>strong </strong>emphasis </p>
[words](https://x.example/%22%20%5Cl%20%22top)
[words](https://x.example/#top)

[words](https://x.example/)

a

**strong** *emphasis*
SEEN
echo "as described"
