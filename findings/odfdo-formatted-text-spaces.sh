#!/usr/bin/env bash
# odfdo 3.27.3: the formatted text of a document has no space where its author typed several.
#
# Expected: OpenDocument writes a run of spaces as one and <text:s> for the rest, or as <text:s> alone
# (1.3, 6.1.3); as text, they are spaces, at least one.
# Seen: get_formatted_text leaves <text:s> out, so that words grow together; to_markdown, of the same
# document, has the spaces. Its text_recursive also has paragraphs that were deleted with tracked changes.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check odfdo==3.27.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from odfdo import Document, Element, Paragraph

document = Document("text")
document.body.clear()
document.body.append(
    Element.from_tag(
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        "<text:p>Taken out.</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
)
document.body.append(Paragraph("Flour   500 g"))
spaced = Element.from_tag('<text:p>Salt<text:s text:c="2"/>10 g</text:p>')
document.body.append(spaced)
print("xml      ", spaced.serialize())
print("formatted", document.get_formatted_text().split("\n"))
print("markdown ", document.to_markdown().split("\n"))
print("recursive", document.body.text_recursive.split("\n"))
PY
diff "$work/seen" - <<'SEEN'
SEEN
echo "as described"
