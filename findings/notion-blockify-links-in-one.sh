#!/usr/bin/env bash
# notion-blockify 0.1.1: three links in a line become one, and a picture within a line is a "!".
#
# Expected (CommonMark, 6.3 and 6.4): "[a](x) [b](y)" is two links, an address may have parentheses, an item holds all
# paragraphs and code that are indented below it, and a picture has an address.
# Seen: the first link's text reaches to the last address, "a](/rye) [b](/oats) [c" are its words; an address with
# parentheses is no link, and what follows its "_" is italic; the picture's address is gone, its title is part of the
# address elsewhere; code in an item loses its fences, and escapes show their backslash.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check notion-blockify==0.1.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from notion_blockify import Blockizer


def words(parts: list) -> str:
    """Texts with the names of their marks and their addresses."""
    shown = []
    for part in parts:
        marks = [name for name, value in (part.get("annotations") or {}).items() if value is True]
        address = (part["text"].get("link") or {}).get("url")
        shown.append(" ".join([repr(part["text"]["content"]), *marks, *([address] if address else [])]))
    return " + ".join(shown)


for text in (
    "[a](/rye) [b](/oats) [c](mailto:ann@mill.example)",
    "See [a](https://mill.example/rye_(grain)) and _more_.",
    "Ours: ![A loaf](https://mill.example/loaf.jpg) is round.",
    '![A loaf](https://mill.example/loaf.jpg "Round")',
    "1. Mix\n   ```\n   rye = 3\n   ```\n2. Bake",
    "2 \\* 3 \\* 4",
):
    print(repr(text))
    for block in Blockizer().convert(text):
        part = block[block["type"]]
        print("   ", block["type"], words(part.get("rich_text", [])) or part.get("url", "-"))
PY
diff "$work/seen" - <<'SEEN'
'[a](/rye) [b](/oats) [c](mailto:ann@mill.example)'
    paragraph 'a](/rye) [b](/oats) [c' mailto:ann@mill.example + ''
'See [a](https://mill.example/rye_(grain)) and _more_.'
    paragraph 'See [a](https://mill.example/rye' + '(grain)) and ' italic + 'more' + '.' italic
'Ours: ![A loaf](https://mill.example/loaf.jpg) is round.'
    paragraph 'Ours: ! is round.'
'![A loaf](https://mill.example/loaf.jpg "Round")'
    embed https://mill.example/loaf.jpg "Round"
'1. Mix\n   ```\n   rye = 3\n   ```\n2. Bake'
    numbered_list_item 'Mix'
    paragraph -
    paragraph 'rye = 3'
    paragraph -
    numbered_list_item 'Bake'
'2 \\* 3 \\* 4'
    paragraph '2 \\' + ' 3 \\' italic + ' 4'
SEEN
echo "as described"
