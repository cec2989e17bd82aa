#!/usr/bin/env bash
# md2cf 2.3.0: a page with <br>, with "]]>" in code or with quotation marks in a picture's description is no XML,
# which Confluence asks for.
#
# Expected (Confluence, "Storage format"): pages are XHTML: <br/>, quotation marks of an attribute as "&quot;", and
# "]]>" in two CDATA sections.
#
# Seen: the page of a line break, of such code or picture cannot be read as XML; lists count from 1, and tasks show
# their brackets.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md2cf==2.3.0 mistune==0.8.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import xml.dom.minidom

import mistune
from md2cf.confluence_renderer import ConfluenceRenderer

markdown = mistune.Markdown(renderer=ConfluenceRenderer())
for text in ("Sow *rye*.", "Sow.  \nReap.", "```\na[b[0]]>1\n```", '![The "rye"](rye.png)', "3. Sow\n4. Reap", "- [x] Sow"):
    page = markdown(text)
    try:
        xml.dom.minidom.parseString(f'<page xmlns:ac="ac" xmlns:ri="ri">{page}</page>')
        print(repr(text), "->", repr(page))
    except xml.parsers.expat.ExpatError as error:
        print(repr(text), "->", error)
PY
diff "$work/seen" - <<'SEEN'
'Sow *rye*.' -> '<p>Sow <em>rye</em>.</p>\n'
'Sow.  \nReap.' -> mismatched tag: line 2, column 7
'```\na[b[0]]>1\n```' -> not well-formed (invalid token): line 2, column 40
'![The "rye"](rye.png)' -> not well-formed (invalid token): line 1, column 60
'3. Sow\n4. Reap' -> '<ol>\n<li>Sow</li>\n<li>Reap</li>\n</ol>\n'
'- [x] Sow' -> '<ul>\n<li>[x] Sow</li>\n</ul>\n'
SEEN
echo "as described"
