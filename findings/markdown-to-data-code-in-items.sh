#!/usr/bin/env bash
# markdown-to-data 2.0.2: code within an item is lost, and other fences than three backticks are paragraphs.
#
# Expected (CommonMark): an indented fence belongs to its item, "~~~" and four backticks open code as three do, and an
# item's second paragraph is part of the item.
# Seen: nothing of the item's code is in the data; lines between "~~~" are paragraphs; between four backticks, code
# ends at the first three; the second paragraph stands beside the list, and the list is two.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-to-data==2.0.2
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from markdown_to_data import Markdown

for text in (
    "- Grind:\n\n  ```\n  mill --rye\n  ```\n",
    "~~~\nmill --rye\n~~~\n",
    "````\n```\nmill\n```\n````\n",
    "- Sow\n\n  in March\n\n- Reap\n",
):
    print(repr(text))
    for block in Markdown(text).md_list:
        print("   ", {key: value for key, value in block.items() if not key.endswith("_line")})
PY
diff "$work/seen" - <<'SEEN'
'- Grind:\n\n  ```\n  mill --rye\n  ```\n'
    {'list': {'type': 'ul', 'items': [{'content': 'Grind:', 'items': [], 'task': None}]}}
'~~~\nmill --rye\n~~~\n'
    {'paragraph': '~~~'}
    {'paragraph': 'mill --rye'}
    {'paragraph': '~~~'}
'````\n```\nmill\n```\n````\n'
    {'code': {'language': None, 'content': '`\n'}}
    {'paragraph': 'mill'}
    {'code': {'language': None, 'content': ''}}
'- Sow\n\n  in March\n\n- Reap\n'
    {'list': {'type': 'ul', 'items': [{'content': 'Sow', 'items': [], 'task': None}]}}
    {'paragraph': '  in March'}
    {'list': {'type': 'ul', 'items': [{'content': 'Reap', 'items': [], 'task': None}]}}
SEEN
echo "as described"
