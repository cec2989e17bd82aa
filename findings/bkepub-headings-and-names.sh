#!/usr/bin/env bash
# bkepub 0.4: headings stand below chapters that they are not in, "&" in a title ends a page, pictures are not found.
#
# Expected (EPUB 3.3): content documents are XHTML, well-formed XML (5.1.1); the table of contents has the order and the
# levels of the text (7.4.1); a name within the book may have folders (4.2.3), and a page's <img> leads to its picture.
# Seen: headings are taken level by level: every part stands below the last chapter of its page. The title of a page
# made of Markdown is not escaped, so that one with "&" cannot be opened, nor can a page with "&nbsp;" or "<br>", as
# Markdown allows; the check before saving finds nothing. "images/field.png" is saved as "images_field.png", which no
# page names.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check bkepub==0.4 lxml==6.1.3 Markdown==3.10
cat >make.py <<'PY'
import sys
import zipfile

from bkepub import EpubBuilder
from lxml import etree

PNG = b"\x89PNG\r\n\x1a\n"


def book(title, markdown):
    builder = EpubBuilder()
    builder.set_title("Bread")
    builder.add_creator("Ann")
    builder.add_spine_item(builder.add_markdown("page.xhtml", markdown, nav_title=title))
    builder.add_image("images/field.png", PNG)
    if title == "Rye":
        builder.generate_toc_from_spine()
    builder.save("book.epub")
    return zipfile.ZipFile("book.epub")


rye = book("Rye", "# Sowing\n\n## In October\n\n# Milling\n\n![A field](images/field.png)\n\n## By stone\n")
contents = etree.fromstring(rye.read("OEBPS/nav.xhtml"))
for link in contents.iterfind(".//{*}nav//{*}a"):
    print("  " * (len(list(link.iterancestors("{*}ol"))) - 1) + link.text, file=sys.stderr)
print([name for name in rye.namelist() if name.endswith(".png")], file=sys.stderr)
for title, markdown in (("Rye & oats", "Sow."), ("Oats", "Sow&nbsp;it.<br>Mill it.")):
    try:
        etree.fromstring(book(title, markdown).read("OEBPS/page.xhtml"))
    except etree.XMLSyntaxError as error:
        print(f"{title}: {error.msg}", file=sys.stderr)
PY
venv/bin/python make.py 2>&1 >/dev/null | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Sowing
Milling
  In October
  By stone
['OEBPS/images_field.png']
Rye & oats: xmlParseEntityRef: no name, line 6, column 15
Oats: Entity 'nbsp' not defined, line 10, column 13
SEEN
echo "as described"
