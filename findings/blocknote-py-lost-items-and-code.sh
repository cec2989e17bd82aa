#!/usr/bin/env bash
# blocknote-py 0.3.1: lists, code and addresses of links and pictures do not come through, in either direction.
#
# Expected: markdown_to_blocks() and blocks_to_markdown() carry the types of block that the package knows, so a list
# keeps its items, a quotation its text, a checklist its boxes; what has no block of its own (code) stays as text.
# Seen: a list becomes an empty item, with the second and later ones as paragraphs below; a block of code vanishes;
# the address of a link or a picture is gone. On the way back quotations and checklists are empty texts, and an item
# that holds another loses its own words.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    blocknote-py==0.3.1 markdown-it-py==3.0.0 pydantic==2.14.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from blocknote.converter import blocks_to_markdown, markdown_to_blocks
from blocknote.schema import Block, InlineContent


def block(kind: str, text: str, children: tuple = (), **props) -> Block:
    """A block as the editor exports it."""
    content = [InlineContent(type="text", text=text, styles={})]
    return Block(id=text, type=kind, content=content, props=props, children=list(children))


for text in (
    "- Knead\n- Bake\n- Eat",
    "```\nrye = 3\n```\n\nBelow.",
    "See [the mill](https://mill.example/).",
    "![A loaf](https://mill.example/loaf.jpg)",
):
    blocks = markdown_to_blocks(text)
    print(repr(text), [(block.type, "".join(part.text for part in block.content)) for block in blocks])
for given in (
    block("quote", "Rye is life."),
    block("checkListItem", "Buy salt", checked=True),
    block("bulletListItem", "Bread", [block("paragraph", "Rye")]),
    block("bulletListItem", "Bread", [block("bulletListItem", "Rye")]),
):
    print(given.type, [child.type for child in given.children], repr(blocks_to_markdown([given])))
PY
diff "$work/seen" - <<'SEEN'
'- Knead\n- Bake\n- Eat' [('bulletListItem', ''), ('paragraph', 'Bake'), ('paragraph', 'Eat')]
'```\nrye = 3\n```\n\nBelow.' [('paragraph', 'Below.')]
'See [the mill](https://mill.example/).' [('paragraph', 'See the mill.')]
'![A loaf](https://mill.example/loaf.jpg)' [('paragraph', 'A loaf')]
quote [] ''
checkListItem [] ''
bulletListItem ['paragraph'] '* Rye'
bulletListItem ['bulletListItem'] ''
SEEN
echo "as described"
