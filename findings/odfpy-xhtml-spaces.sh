#!/usr/bin/env bash
# odfpy 1.4.1: odf2xhtml puts the spaces within a paragraph before its first word.
#
# Expected (OpenDocument 1.3, 6.1.3: <text:s> stands for spaces at its place): "a", three spaces, "b".
# Seen: the converter writes the spaces at once, while the words before them are still held back, so that
# they come first: three spaces, "ab". Words that two spaces part grow together. A footnote's number is
# put as an integer among texts, and joining them fails: no text with a footnote is converted at all.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check odfpy==1.4.1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from io import BytesIO

from odf import text
from odf.odf2xhtml import ODF2XHTML
from odf.opendocument import OpenDocumentText


def convert(paragraph: text.P) -> str:
    document, file = OpenDocumentText(), BytesIO()
    document.text.addElement(paragraph)
    document.write(file)
    file.seek(0)
    try:
        html = ODF2XHTML().odf2xhtml(file)
    except TypeError as error:
        return f"TypeError: {str(error).partition(': ')[2]}"
    return html[html.index("<p>") : html.index("</p>") + 4]


spaced = text.P(text="Flour")
spaced.addElement(text.S(c="3"))
spaced.addText("500 g")
print("spaces  ", convert(spaced))

body = text.NoteBody()
body.addElement(text.P(text="From the mill."))
note = text.Note(noteclass="footnote")
note.addElement(text.NoteCitation(text="1"))
note.addElement(body)
noted = text.P(text="Flour")
noted.addElement(note)
print("footnote", convert(noted))
PY
diff "$work/seen" - <<'SEEN'
spaces   <p>&#160;&#160;&#160;Flour500 g</p>
footnote TypeError: expected str instance, int found
SEEN
echo "as described"
