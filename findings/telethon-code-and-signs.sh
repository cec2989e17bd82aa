#!/usr/bin/env bash
# Telethon 1.45.0: code with a language gets "{}" and other indents in HTML, and a message that speaks of marks loses
# them in Markdown.
#
# Expected: unparse() of a message's text and entities gives what shows the same text: signs that are marks are
# escaped, or the documentation says that they are not; the address of a link keeps its ")"; quotations and spoilers
# are marked.
# Seen: what is read back from its own Markdown is another text; of HTML, code is not as it was written.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Telethon==1.45.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from telethon.extensions import html, markdown
from telethon.tl.types import MessageEntityBlockquote, MessageEntityPre, MessageEntitySpoiler, MessageEntityTextUrl

for text, entities in (
    ("Run if rye:\n  mill", [MessageEntityPre(4, 15, "py")]),
    ("Write __init__ and [x](y) in `code`", []),
    ("See mill here", [MessageEntityTextUrl(4, 4, "https://rye.example/mill_(film)")]),
    ("quoted, hidden", [MessageEntityBlockquote(0, 7), MessageEntitySpoiler(8, 6)]),
):
    written = markdown.unparse(text, entities)
    print(repr(markdown.parse(written)[0]), "from", repr(written))
    print(repr(html.unparse(text, entities)))
PY
diff "$work/seen" - <<'SEEN'
'Run if rye:\n  mill' from 'Run ```if rye:\n  mill```'
"Run <pre>\n    <code class='language-py'>\n        if rye:\n  mill{}\n    </code>\n</pre>"
'Write init and x in code' from 'Write __init__ and [x](y) in `code`'
'Write __init__ and [x](y) in `code`'
'See mill) here' from 'See [mill](https://rye.example/mill_(film)) here'
'See <a href="https://rye.example/mill_(film)">mill</a> here'
'quoted, hidden' from 'quoted, hidden'
'<blockquote>quoted,</blockquote> hidden'
SEEN
echo "as described"
