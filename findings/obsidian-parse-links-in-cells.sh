#!/usr/bin/env bash
# obsidian-parse 0.1.1: a link in a table leads to a note whose name ends with a backslash, and a comment's tags
# count.
#
# Expected (Obsidian's help): in a cell the bar of "[[Oats\|the oats]]" is escaped, and the note is "Oats"; so is the
# width of a picture; what stands between "%%" is a comment; a tag may be in any letters.
# Seen: the target is "Oats\", the picture "loaf.png\|100"; the comment's link and tag are found; the tags of a line
# below a comment of HTML are not, as the whole is one block for this parser.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check obsidian-parse==0.1.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from obsidian_parse import parse_markdown_content

TEXT = """[[Oats|the oats]] and #grain

| A | B |
|---|---|
| [[Oats\\|the oats]] | ![[loaf.png\\|100]] |

%% [[Secret]] #hidden %%

<!-- a comment -->
[[Barley]] and #late
"""
result = parse_markdown_content(TEXT, "id", "note.md")
print("links", [(link.target, link.alias) for link in result.wikilinks])
print("pictures", [picture.target for picture in result.embeds])
print("tags", [tag.name for tag in result.tags])
PY
diff "$work/seen" - <<'SEEN'
links [('Oats', 'the oats'), ('Oats\\', 'the oats'), ('Secret', None)]
pictures ['loaf.png\\|100']
tags ['grain', 'hidden']
SEEN
echo "as described"
