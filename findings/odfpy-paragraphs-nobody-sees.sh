#!/usr/bin/env bash
# odfpy 1.4.1: the paragraphs of a text include deleted ones, comments, and footnotes twice.
#
# Expected: getElementsByType(text.P) with teletype.extractText, the usual way to read a text, gives what
# its reader sees: the paragraphs, each once.
# Seen: where changes are tracked, OpenDocument keeps deleted paragraphs at the head of the text
# (1.3, 5.5.4), and comments within the paragraph where they stand (14.1). Both are paragraphs too, and are
# given as text: what an author took out or wrote to a colleague comes back. A comment and a footnote come
# twice, within their paragraph without a space, and by themselves.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check odfpy==1.4.1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from io import BytesIO

from odf import dc, office, teletype, text
from odf.opendocument import OpenDocumentText, load

document = OpenDocumentText()
information = office.ChangeInfo()
information.addElement(dc.Creator(text="An author"))
information.addElement(dc.Date(text="2023-03-29T10:00:00"))
deletion = text.Deletion()
deletion.addElement(information)
deletion.addElement(text.P(text="Taken out."))
region = text.ChangedRegion(check_grammar=False)
region.setAttrNS("http://www.w3.org/XML/1998/namespace", "id", "c1")
region.addElement(deletion)
changes = text.TrackedChanges()
changes.addElement(region)
document.text.addElement(changes)

paragraph = text.P(text="Bread")
comment = office.Annotation()
comment.addElement(text.P(text="Is that so?"))
paragraph.addElement(comment)
body = text.NoteBody()
body.addElement(text.P(text="Rye."))
note = text.Note(noteclass="footnote")
note.addElement(text.NoteCitation(text="1"))
note.addElement(body)
paragraph.addElement(note)
paragraph.addText(" rises.")
document.text.addElement(paragraph)

file = BytesIO()
document.write(file)
file.seek(0)
for paragraph in load(file).getElementsByType(text.P):
    print(teletype.extractText(paragraph))
PY
diff "$work/seen" - <<'SEEN'
Taken out.
BreadIs that so?1Rye. rises.
Is that so?
Rye.
SEEN
echo "as described"
