#!/usr/bin/env bash
# adflux 0.3.1: a picture becomes its description, and the box of a task the letters of an <input> tag.
#
# Expected: Markdown to ADF and back is lossless, as the package says, and ADF has "mediaSingle" with an external
# address for pictures, "taskList" for tasks.
# Seen: no address stands in the document; a picture without description is an empty paragraph, and so is what comes
# back. A task begins with '<input class="task-list-item-checkbox" …>' as words, which return escaped. Bold with
# italics inside returns with five stars in a row, of which CommonMark shows two.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check adflux==0.3.1 markdown-it-py==3.0.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import json

from adflux import convert


def outline(node: dict) -> str:
    """The types of a part, its texts, and the address, if one is kept."""
    if node["type"] == "text":
        return repr(node["text"]) + "".join(f"/{mark['type']}" for mark in node.get("marks", []))
    address = node.get("attrs", {}).get("url", "")
    return f"{node['type']}{address}({' '.join(map(outline, node.get('content', [])))})"


for text in (
    "![A loaf](https://mill.example/loaf.jpg)",
    "![](https://mill.example/loaf.jpg)",
    "Ours: ![A loaf](https://mill.example/loaf.jpg)",
    "- [x] Knead",
    "**bold *and more***",
):
    document = convert(text, src="md", dst="adf")
    parsed = json.loads(document) if isinstance(document, str) else document
    print(repr(text))
    print("   ", *map(outline, parsed["content"]))
    print("   ", repr(convert(json.dumps(parsed), src="adf", dst="md")))
PY
diff "$work/seen" - <<'SEEN'
'![A loaf](https://mill.example/loaf.jpg)'
    paragraph('A loaf')
    'A loaf\n'
'![](https://mill.example/loaf.jpg)'
    paragraph()
    '\n'
'Ours: ![A loaf](https://mill.example/loaf.jpg)'
    paragraph('Ours: A loaf')
    'Ours: A loaf\n'
'- [x] Knead'
    bulletList(listItem(paragraph('<input class="task-list-item-checkbox" checked="checked" disabled="disabled" type="checkbox"> Knead')))
    '- \\<input class="task-list-item-checkbox" checked="checked" disabled="disabled" type="checkbox"> Knead\n'
'**bold *and more***'
    paragraph('bold '/strong 'and more'/strong/em)
    '**bold *****and more***\n'
SEEN
echo "as described"
