#!/usr/bin/env bash
# aiogram 3.31.0: in Markdown the address of a link ends before its ")", and a carriage return stands at both ends of
# italics; in HTML the language of code is in an attribute that nobody knows.
#
# Expected (Telegram, "Formatting options"): within the address of a link ")" and "\" are escaped; a language is the
# class "language-py", as in HTML; a text has the characters that it had.
# Seen: a message that is copied by its "md_text" leads to another page; "\r" is in texts that are kept in files, too.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check aiogram==3.31.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from aiogram.types import MessageEntity
from aiogram.utils.text_decorations import html_decoration, markdown_decoration

for text, entity in (
    ("See mill", MessageEntity(type="text_link", offset=4, length=4, url="https://rye.example/mill_(film)")),
    ("Sow rye", MessageEntity(type="italic", offset=4, length=3)),
    ("Run mill()", MessageEntity(type="pre", offset=4, length=6, language="py")),
):
    print(repr(markdown_decoration.unparse(text, [entity])), html_decoration.unparse(text, [entity]))
PY
diff "$work/seen" - <<'SEEN'
'See [mill](https://rye.example/mill_(film))' See <a href="https://rye.example/mill_(film)">mill</a>
'Sow _\rrye_\r' Sow <i>rye</i>
'Run ```py\nmill\\(\\)\n```' Run <pre><code language="language-py">mill()</code></pre>
SEEN
echo "as described"
