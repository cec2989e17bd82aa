#!/usr/bin/env bash
# notionify 0.2.3: the paragraphs of an item are one without a space, and notes vanish.
#
# Expected (CommonMark, 5.2): an item "1. Mix", an empty line, "Wait." below it are two paragraphs, which Notion keeps
# as a list item with a child; the words of a footnote stay; "&amp;" is "&".
# Seen: the item says "MixWait."; the block is one of rich texts without a break. "[^1]" stays in the text, but what
# the note says is gone, as are blocks of HTML with their words; "&amp;" is shown as written, which notion-markdown
# 0.7.0 does too, while it keeps the paragraphs.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    notionify==0.2.3 notion-markdown==0.7.0 mistune==3.3.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from notion_markdown import to_notion
from notionify import NotionifyConfig
from notionify.converter.md_to_notion import MarkdownToNotionConverter


def outline(block: dict) -> str:
    """The type of a block, its words, and its children."""
    part = block[block["type"]]
    words = "".join(piece["text"]["content"] for piece in part.get("rich_text", []))
    children = part.get("children") or block.get("children") or []
    return f"{block['type']}({words!r}{''.join(', ' + outline(child) for child in children)})"


notionify = MarkdownToNotionConverter(NotionifyConfig(token="none"))
for text in (
    "1. Mix\n\n   Wait.\n2. Bake",
    "Rye[^1] grows.\n\n[^1]: In the north.",
    "<div>Open on Sundays.</div>\n\nCome in.",
    "Rye &amp; oats",
):
    print(repr(text))
    print("    notionify      ", *map(outline, notionify.convert(text).blocks))
    print("    notion-markdown", *map(outline, to_notion(text)))
PY
diff "$work/seen" - <<'SEEN'
'1. Mix\n\n   Wait.\n2. Bake'
    notionify       numbered_list_item('MixWait.') numbered_list_item('Bake')
    notion-markdown numbered_list_item('Mix', paragraph('Wait.')) numbered_list_item('Bake')
'Rye[^1] grows.\n\n[^1]: In the north.'
    notionify       paragraph('Rye[^1] grows.')
    notion-markdown paragraph('Rye[^1] grows.') paragraph('[^1]: In the north.')
'<div>Open on Sundays.</div>\n\nCome in.'
    notionify       paragraph('Come in.')
    notion-markdown paragraph('<div>Open on Sundays.</div>') paragraph('Come in.')
'Rye &amp; oats'
    notionify       paragraph('Rye &amp; oats')
    notion-markdown paragraph('Rye &amp; oats')
SEEN
echo "as described"
