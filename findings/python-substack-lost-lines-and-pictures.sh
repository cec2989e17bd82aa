#!/usr/bin/env bash
# python-substack 0.10.0: line breaks, pictures within a paragraph, blocks of HTML and numbers of lists are lost.
#
# Expected: from_markdown() makes a draft that says what the Markdown says: two spaces at the end of a line end it, a
# picture stays with its address, a list that begins at 3 does so, and no words vanish.
# Seen: the lines of a poem are one; "<br>" joins the words beside it; a picture that shares its paragraph with words
# becomes its description, without address; a block of HTML vanishes with its words; lists begin at 1. A
# picture in a paragraph of its own stays.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-substack==0.10.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from substack.post import Post

TEXTS = (
    "Roses are red,  \nviolets are blue.",
    "Mix<br>Bake",
    "Our loaf: ![A round loaf](https://bread.example/rye.jpg)",
    "![A round loaf](https://bread.example/rye.jpg)",
    "<div>Open on Sundays.</div>\n\nCome in.",
    "3. Knead\n4. Bake",
)


def outline(node: dict) -> str:
    """The types of a part, its texts, and what it says of number or address."""
    if node["type"] == "text":
        return repr(node["text"])
    known = [f"{key}={value}" for key, value in (node.get("attrs") or {}).items() if key in ("src", "order", "start")]
    return f"{' '.join([node['type'], *known])}({', '.join(map(outline, node.get('content', [])))})"


for text in TEXTS:
    post = Post("Bread", "", 1)
    post.from_markdown(text)
    print(repr(text))
    print("   ", *map(outline, post.draft_body["content"]))
PY
diff "$work/seen" - <<'SEEN'
'Roses are red,  \nviolets are blue.'
    paragraph('Roses are red, violets are blue.')
'Mix<br>Bake'
    paragraph('MixBake')
'Our loaf: ![A round loaf](https://bread.example/rye.jpg)'
    paragraph('Our loaf: A round loaf')
'![A round loaf](https://bread.example/rye.jpg)'
    captionedImage(image2 src=https://bread.example/rye.jpg())
'<div>Open on Sundays.</div>\n\nCome in.'
    paragraph('Come in.')
'3. Knead\n4. Bake'
    ordered_list(list_item(paragraph('Knead')), list_item(paragraph('Bake')))
SEEN
echo "as described"
