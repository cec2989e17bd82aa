#!/usr/bin/env bash
# docx2md-cli 0.2.0: a Word document's links have no addresses, and paragraphs in content controls are lost.
#
# Expected (the package's page: "High-fidelity", for documents where "structure need[s] to survive"): a hyperlink is a
# Markdown link; a paragraph within a block content control (ECMA-376-1, 17.5.2.29) is text like any other; a tab and a
# hyphen that does not break part two words, as Word shows them; stars that are written are escaped.
# Seen: of the link its words are left; the control's paragraph is nowhere; "rye<tab>oats" is "ryeoats" and "co-op"
# "coop"; "a *b* c" becomes italic. The report on standard error names none of it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check docx2md-cli==0.2.0 python-docx==1.2.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import subprocess
import sys

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W = nsdecls("w", "r")
document = docx.Document()
link = document.part.relate_to("https://mill.example/", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
paragraph = document.add_paragraph("Come to ")
paragraph._p.append(parse_xml(f'<w:hyperlink {W} r:id="{link}"><w:r><w:t>the mill</w:t></w:r></w:hyperlink>'))
paragraph = document.add_paragraph("rye\toats at the co")
paragraph._p.append(parse_xml(f"<w:r {W}><w:noBreakHyphen/><w:t>op</w:t></w:r>"))
document.add_paragraph("Say a *b* c.")
control = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>Signed by Ann.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
document.element.body.insert(3, parse_xml(control))
document.add_paragraph("The end.")
document.save(open("rye.docx", "wb"))
text = subprocess.run(
    [sys.prefix + "/bin/docx2md", "rye.docx", "-o", "-", "--no-frontmatter"], capture_output=True, text=True, check=True
)
print(text.stdout.strip())
PY
diff "$work/seen" - <<'SEEN'
Come to the mill

ryeoats at the coop

Say a *b* c.

The end.
SEEN
echo "as described"
