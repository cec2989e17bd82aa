#!/usr/bin/env bash
# Pyrogram 2.0.106: in Markdown a quotation is code, marks within marks end in the wrong order, and signs are not
# escaped.
#
# Expected: the Markdown of a message shows its text and its marks when it is read again: ">" before quoted lines, and
# what opens last closes first.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Pyrogram==2.0.106
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import logging

from pyrogram.enums import MessageEntityType
from pyrogram.parser.markdown import Markdown
from pyrogram.types import MessageEntity

logging.disable()
for text, *marks in (
    ("Sow it,\nsaid Ann", ("BLOCKQUOTE", 0, 7)),
    ("Sow the rye", ("BOLD", 0, 11), ("ITALIC", 8, 3)),
    ("Write **b** or `c`",),
):
    entities = [MessageEntity(type=MessageEntityType[name], offset=at, length=size) for name, at, size in marks]
    print(repr(Markdown.unparse(text, entities)))
PY
diff "$work/seen" - <<'SEEN'
'```Sow it,```\nsaid Ann'
'**Sow the __rye**__'
'Write **b** or `c`'
SEEN
echo "as described"
