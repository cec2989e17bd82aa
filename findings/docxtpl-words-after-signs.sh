#!/usr/bin/env bash
# docxtpl 0.20.2: a value with "&" or "<" loses the sign, and words of the template after it.
#
# Expected: a template gets texts as they are, or says that they have to be escaped; python-docx, with which docxtpl
# works, takes any text.
# Seen: unless `autoescape` is set, values go into the XML unescaped, and what is malformed is mended in silence:
# "Rye & salt" has no "&", and after "a <b>" nothing follows, not even what the template has there.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check docxtpl==0.20.2
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import tempfile
from pathlib import Path

import docx
from docxtpl import DocxTemplate

with tempfile.TemporaryDirectory() as folder:
    source, result = Path(folder, "source.docx"), Path(folder, "result.docx")
    document = docx.Document()
    document.add_paragraph("We say: {{ words }}. The end.")
    document.save(source)
    for words in ("Rye & salt", "5 < 6 kg", "a <b> c"):
        for autoescape in (False, True):
            template = DocxTemplate(source)
            template.render({"words": words}, autoescape=autoescape)
            template.save(result)
            print(autoescape, repr(docx.Document(result).paragraphs[0].text))
PY
diff "$work/seen" - <<'SEEN'
False 'We say: Rye  salt. The end.'
True 'We say: Rye & salt. The end.'
False 'We say: 5  6 kg. The end.'
True 'We say: 5 < 6 kg. The end.'
False 'We say: a '
True 'We say: a <b> c. The end.'
SEEN
echo "as described"
