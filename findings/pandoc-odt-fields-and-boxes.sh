#!/usr/bin/env bash
# pandoc 3.9: words of an OpenDocument text that stand in fields, text boxes and numbered paragraphs are missing.
#
# Expected: a reader of .odt takes what the page shows: the text in a date or author field (OpenDocument 1.3, 7),
# in the box of a frame (10.4.3), in a numbered paragraph (5.3.6) and in a meta field; and a list starts where its
# first item says. odfdo's to_markdown takes them all, but for the number.
# Seen: "2 January 2024 by Ann" is "by"; boxes and numbered paragraphs are gone without a warning; the list that
# begins at 5 begins at 1.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc_binary==1.17 odfdo==3.27.3
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import zipfile

import odfdo
import pypandoc

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{short}="{OASIS}:{name}:1.0"'
    for short, name in {"office": "office", "text": "text", "draw": "drawing", "style": "style"}.items()
)
BODY = """<text:p><text:date text:date-value="2024-01-02">2 January 2024</text:date> by
<text:author-name>Ann</text:author-name></text:p>
<text:p><draw:frame><draw:text-box><text:p>Words in a box.</text:p></draw:text-box></draw:frame>Words after it.</text:p>
<text:numbered-paragraph><text:p>A numbered paragraph.</text:p></text:numbered-paragraph>
<text:p><text:meta-field>A meta field</text:meta-field> ends.</text:p>
<text:list><text:list-item text:start-value="5"><text:p>five</text:p></text:list-item></text:list>"""
FILES = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "content.xml": f'<office:document-content {SPACES} office:version="1.3"><office:body><office:text>{BODY}'
    "</office:text></office:body></office:document-content>",
    "styles.xml": f'<office:document-styles {SPACES} office:version="1.3"><office:font-face-decls/><office:styles/>'
    "<office:automatic-styles/><office:master-styles/></office:document-styles>",
    "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0" manifest:version="1.3">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
}
with zipfile.ZipFile("digest.odt", "w") as file:
    for name, content in FILES.items():
        file.writestr(name, content)
print(f"--- pandoc {pypandoc.get_pandoc_version()}")
print(pypandoc.convert_file("digest.odt", "plain").strip())
print("--- odfdo")
print(odfdo.Document("digest.odt").to_markdown().strip())
PY
diff "$work/seen" - <<'SEEN'
--- pandoc 3.9
by

Words after it.

ends.

1.  five
--- odfdo
2 January 2024 by
Ann

Words in a box.Words after it.

A numbered paragraph.

A meta field ends.

 -  five
SEEN
echo "as described"
