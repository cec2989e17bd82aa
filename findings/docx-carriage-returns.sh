#!/usr/bin/env bash
# mammoth 1.13.0, docx2python 3.7.1, pandoc 3.9: a carriage return in a Word document joins two words.
#
# Expected (ECMA-376, part 1, 17.3.3.4): <w:cr/> ends a line as <w:br/> does; python-docx reads both as "\n".
# Seen: <w:br/> becomes a line break, <w:cr/> nothing, so that the last word of a line and the first of the next
# are one.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    mammoth==1.13.0 docx2python==3.7.1 python-docx==1.2.0 pypandoc_binary==1.17
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import zipfile

import docx
import mammoth
import pypandoc
from docx2python import docx2python

document = docx.Document()
run = document.add_paragraph().add_run("Two loaves\rof rye")
run.add_break()
run.add_text("and salt")
document.save("written.docx")
# python-docx writes "\r" as <w:br/>: the first becomes what Word keeps for it.
with zipfile.ZipFile("written.docx") as old, zipfile.ZipFile("loaves.docx", "w") as new:
    for name in old.namelist():
        content = old.read(name)
        new.writestr(name, content.replace(b"<w:br/>", b"<w:cr/>", 1) if name == "word/document.xml" else content)
print("python-docx", repr(docx.Document("loaves.docx").paragraphs[0].text))
print("mammoth", mammoth.convert_to_html(open("loaves.docx", "rb")).value)
print("docx2python", repr(docx2python("loaves.docx").text))
print("pandoc", pypandoc.get_pandoc_version(), repr(pypandoc.convert_file("loaves.docx", "html")))
PY
diff "$work/seen" - <<'SEEN'
python-docx 'Two loaves\nof rye\nand salt'
mammoth <p>Two loavesof rye<br />and salt</p>
docx2python 'Two loavesof rye\nand salt'
pandoc 3.9 '<p>Two loavesof rye<br />\nand salt</p>\n'
SEEN
echo "as described"
