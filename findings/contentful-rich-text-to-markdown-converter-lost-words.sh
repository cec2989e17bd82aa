#!/usr/bin/env bash
# contentful-rich-text-to-markdown-converter 1.2: the words of a link to another entry are replaced by its id, and two
# paragraphs of a cell are one word.
#
# Expected: "entry-hyperlink" and "asset-hyperlink" have words that the writer linked, which stay even where the
# target's address is not known; a line break ("\n") in a text, which editors make with Shift and Enter, stays one;
# paragraphs of a cell are apart.
# Seen: "See our bread." is "See type: entry-hyperlink id: bread."; a picture between paragraphs is nothing at all;
# the lines of a poem are one; "RyeOats" of a cell; a raised figure is a plain one, "m2".
#
# Exits 0 while that is so, 1 once it has changed. Needs node.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check contentful-rich-text-to-markdown-converter==1.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from contentful_rich_text_to_markdown_converter import convert_rich_text_to_markdown


def words(value: str, *marks: str) -> dict:
    """A text with its marks."""
    return {"nodeType": "text", "value": value, "marks": [{"type": mark} for mark in marks], "data": {}}


def node(kind: str, *content: dict, **data) -> dict:
    """A node of a rich text."""
    return {"nodeType": kind, "content": list(content), "data": data}


BREAD = {"sys": {"id": "bread", "type": "Link", "linkType": "Entry"}}
LOAF = {"sys": {"id": "loaf", "type": "Link", "linkType": "Asset"}}
HEAD = node("table-header-cell", node("paragraph", words("Grain")))
CELL = node("table-cell", node("paragraph", words("Rye")), node("paragraph", words("Oats")))
for part in (
    node("paragraph", words("See "), node("entry-hyperlink", words("our bread"), target=BREAD), words(".")),
    node("paragraph", words("See "), node("asset-hyperlink", words("our loaf"), target=LOAF), words(".")),
    node("embedded-asset-block", target=LOAF),
    node("paragraph", words("Roses are red,\nviolets are blue.")),
    node("table", node("table-row", HEAD), node("table-row", CELL)),
    node("paragraph", words("9 m"), words("2", "superscript")),
):
    print(part["nodeType"], repr(convert_rich_text_to_markdown(node("document", part))))
PY
diff "$work/seen" - <<'SEEN'
paragraph 'See type: entry-hyperlink id: bread.\n'
paragraph 'See type: asset-hyperlink id: loaf.\n'
embedded-asset-block '\n'
paragraph 'Roses are red, violets are blue.\n'
table '| Grain   |\n| ------- |\n| RyeOats |\n'
paragraph '9 m2\n'
SEEN
echo "as described"
