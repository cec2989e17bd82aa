#!/usr/bin/env bash
# md2notionpage 0.1.6: two lines of a poem are one word, and tags and hidden parts are removed with their words.
#
# Expected (CommonMark, 6.7): two spaces or a backslash at the end of a line break it, and Notion's texts can hold
# "\n"; a picture in a line keeps its description; the words in a block of HTML stay, as the words within "<b>" do.
# Seen: "Roses are red,violets are blue."; the picture's description becomes "image" and its Markdown is shown as
# text; "<details>", "<p>" and a comment at the line's beginning take the whole block away; "&amp;" is shown as
# written.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md2notionpage==0.1.6 mistune==3.3.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from md2notionpage.core import parse_md

for text in (
    "Roses are red,  \nviolets are blue.",
    "Roses are red,\\\nviolets are blue.",
    "Ours: ![A round loaf](https://mill.example/loaf.jpg)",
    "<details><summary>More</summary>Rye keeps long.</details>",
    '<p align="center">Welcome to the mill.</p>\n\nCome in.',
    "<!-- old --> Open on Sundays.",
    "A <b>bold</b> word, rye &amp; oats",
):
    print(repr(text))
    for block in parse_md(text):
        texts = [part["text"]["content"] for part in block[block["type"]]["rich_text"]]
        print("   ", block["type"], repr("".join(texts)))
PY
diff "$work/seen" - <<'SEEN'
'Roses are red,  \nviolets are blue.'
    paragraph 'Roses are red,violets are blue.'
'Roses are red,\\\nviolets are blue.'
    paragraph 'Roses are red,violets are blue.'
'Ours: ![A round loaf](https://mill.example/loaf.jpg)'
    paragraph 'Ours: ![image](https://mill.example/loaf.jpg)'
'<details><summary>More</summary>Rye keeps long.</details>'
'<p align="center">Welcome to the mill.</p>\n\nCome in.'
    paragraph 'Come in.'
'<!-- old --> Open on Sundays.'
'A <b>bold</b> word, rye &amp; oats'
    paragraph 'A bold word, rye &amp; oats'
SEEN
echo "as described"
