#!/usr/bin/env bash
# md2adf 0.1.0: a list that begins at 3 begins at 1, a character reference stays as written, and a link has two links.
#
# Expected (CommonMark, and the ADF of Atlassian): an ordered list has "order", &copy; is the sign in text; a picture in
# a link has one link, for a text node takes each mark once.
# Seen: the list has no order; "&copy;" and "&amp;" are in the text; the picture's text has two link marks, of the page
# and of the picture; a task item is an item that begins with "[ ]".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md2adf==0.1.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import json

from md2adf import convert

for text in (
    "3. rye\n4. oats\n",
    "&copy; Rye &amp; oats",
    "[![The mill](mill.jpg)](https://mill.example/)",
    "- [ ] Sow\n",
):
    print(repr(text))
    print("   ", json.dumps(convert(text)["content"][0]))
PY
diff "$work/seen" - <<'SEEN'
'3. rye\n4. oats\n'
    {"type": "orderedList", "content": [{"type": "listItem", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "rye"}]}]}, {"type": "listItem", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "oats"}]}]}]}
'&copy; Rye &amp; oats'
    {"type": "paragraph", "content": [{"type": "text", "text": "&copy; Rye &amp; oats"}]}
'[![The mill](mill.jpg)](https://mill.example/)'
    {"type": "paragraph", "content": [{"type": "text", "text": "The mill", "marks": [{"type": "link", "attrs": {"href": "https://mill.example/"}}, {"type": "link", "attrs": {"href": "mill.jpg"}}]}]}
'- [ ] Sow\n'
    {"type": "bulletList", "content": [{"type": "listItem", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "[ ] Sow"}]}]}]}
SEEN
echo "as described"
