#!/usr/bin/env bash
# docx2txt 0.9, docx2python 3.7.1: what was moved in a Word document is there twice.
#
# Expected: with tracked changes, a passage that was moved is where it was moved to (<w:moveTo>), as what was
# deleted is gone (ECMA-376-1, 17.13.5.22 and 17.13.5.25): Word's "No markup" and mammoth 1.13.0 show it once.
# Seen: deletions are left out, but <w:moveFrom> is read like text, so the passage is at both places. A
# non-breaking hyphen (<w:noBreakHyphen/>) is lost, and "e-mail" becomes "email".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0 python-docx==1.2.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import tempfile
from pathlib import Path

import docx
import docx2txt
import mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

MARK = f'{nsdecls("w")} w:author="Ann" w:id='
document = docx.Document()
for words, *changes in (
    ("Rye.", f'<w:moveFrom {MARK}"1"><w:r><w:t> Oats.</w:t></w:r></w:moveFrom>'),
    ("Flour.", f'<w:moveTo {MARK}"2"><w:r><w:t> Oats.</w:t></w:r></w:moveTo>',
     f'<w:del {MARK}"3"><w:r><w:delText> Salt.</w:delText></w:r></w:del>'),
    ("An ", f'<w:r {nsdecls("w")}><w:t>e</w:t><w:noBreakHyphen/><w:t>mail.</w:t></w:r>'),
):
    paragraph = document.add_paragraph(words)
    for change in changes:
        paragraph._p.append(parse_xml(change))
with tempfile.TemporaryDirectory() as folder:
    path = str(Path(folder, "bread.docx"))
    document.save(path)
    print("docx2txt   ", docx2txt.process(path).split("\n\n"))
    with docx2python(path) as text:
        print("docx2python", text.text.split("\n\n"))
    print("mammoth    ", mammoth.extract_raw_text(path).value.strip().split("\n\n"))
PY
diff "$work/seen" - <<'SEEN'
docx2txt    ['Rye. Oats.', 'Flour. Oats.', 'An email.']
docx2python ['Rye. Oats.', 'Flour. Oats.', 'An email.']
mammoth     ['Rye.', 'Flour. Oats.', 'An e‑mail.']
SEEN
echo "as described"
