#!/usr/bin/env bash
# mammoth 1.13.0: the text of a simple field is left out, that of a complex field is kept.
#
# Expected: both forms of a field in a Word document hold the text that Word shows, such as a
# cross-reference or a link (ECMA-376-1, 17.16.18 <w:fldChar> and 17.16.19 <w:fldSimple>), and both are
# shown.
# Seen: <w:fldSimple> is an "unrecognised element" in a message, and its words are missing in the HTML, in the
# Markdown and in the raw text; a carriage return (<w:cr/>, 17.3.3.4) joins the lines before and after it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mammoth==1.13.0 python-docx==1.2.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from io import BytesIO

import docx
import mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

RUN = "<w:r><w:t>table 4</w:t></w:r>"
BODIES = {
    "simple ": f'<w:fldSimple {nsdecls("w")} w:instr=" REF t4 "> {RUN}</w:fldSimple>',
    "complex": f"""<w:p {nsdecls("w")}><w:r><w:fldChar w:fldCharType="begin"/></w:r>
        <w:r><w:instrText> REF t4 </w:instrText></w:r>
        <w:r><w:fldChar w:fldCharType="separate"/></w:r>{RUN}
        <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>""",
    "return ": f"<w:r {nsdecls('w')}><w:t>one</w:t><w:cr/><w:t>two</w:t></w:r>",
}
for name, xml in BODIES.items():
    document, file = docx.Document(), BytesIO()
    paragraph = document.add_paragraph("See ")
    element = parse_xml(xml)
    for each in list(element) if name == "complex" else [element]:
        paragraph._p.append(each)
    document.save(file)
    file.seek(0)
    result = mammoth.convert_to_html(file)
    print(name, result.value, [message.message for message in result.messages])
PY
diff "$work/seen" - <<'SEEN'
simple  <p>See </p> ['An unrecognised element was ignored: w:fldSimple']
complex <p>See table 4</p> []
return  <p>See onetwo</p> ['An unrecognised element was ignored: w:cr']
SEEN
echo "as described"
