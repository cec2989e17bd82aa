#!/usr/bin/env bash
# markdown2json 0.1.0: a sentence with an address is cut at its colon, and code is not in the JSON at all.
#
# Expected (the package's page: "Preserve document hierarchy", "Extract metadata and document components"): a paragraph's
# text is whole, an address in it and the lines after it included; a block of code is a component.
# Seen: of a paragraph that names https://..., what stands before the colon is a key, the rest of that line its value,
# and the lines after it are lost; a time, "at 10:30", does the same; nothing of a fence is there, and of a link only its
# words.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown2json==0.1.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import json

from markdown2json import MarkdownToJSON

for text in (
    "# Rye\n\nThe mill is at https://mill.example/ now.\nIt is open in May.\n",
    "# Rye\n\nCome at 10:30 to\nthe mill.\n",
    "# Rye\n\n```\nmill --rye\n```\n\nSee [the map](https://mill.example/).\n",
):
    print(repr(text))
    for block in MarkdownToJSON(text).extract_all_content()["content"]["parsed_content"]:
        print("   ", json.dumps({key: value for key, value in block.items() if key not in ("path", "section")}))
PY
diff "$work/seen" - <<'SEEN'
'# Rye\n\nThe mill is at https://mill.example/ now.\nIt is open in May.\n'
    {"type": "heading", "text": "Rye", "level": 1}
    {"type": "key_value", "key": "The mill is at https", "value": "//mill.example/ now.", "semantic_role": "general"}
'# Rye\n\nCome at 10:30 to\nthe mill.\n'
    {"type": "heading", "text": "Rye", "level": 1}
    {"type": "key_value", "key": "Come at 10", "value": "30 to", "semantic_role": "general"}
'# Rye\n\n```\nmill --rye\n```\n\nSee [the map](https://mill.example/).\n'
    {"type": "heading", "text": "Rye", "level": 1}
    {"type": "text", "text": "See the map."}
SEEN
echo "as described"
