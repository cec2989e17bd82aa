#!/usr/bin/env bash
# markflow 0.2.1: a dash that comes to the beginning of a line begins a list, and the second paragraph of an item
# leaves it.
#
# Expected: a formatter gives a text whose page is the same; a line is not broken before "-" or "+" with a space
# (CommonMark, 5.2), and a paragraph that is indented below an item stays so.
# Seen: "for wheat - it failed" is broken before the dash, and what follows becomes an item; the indentation of an
# item's second paragraph is removed, so that one list becomes two with a paragraph between; a backslash that ends a
# line is written into it; items with "3)" are one.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markflow==0.2.1 markdown-it-py==4.3.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from markdown_it import MarkdownIt
from markflow.reformat_markdown import reformat_markdown_text

reader = MarkdownIt()
for text in (
    "That was a good year for rye and for oats, they say, though not at all for wheat - it froze.\n",
    "- Mix.\n\n  Wait.\n- Bake.\n",
    "Roses are red,\\\nviolets are blue.\n",
    "3) Bake\n4) Eat\n",
):
    written = reformat_markdown_text(text, width=80)
    print(repr(written))
    for version in (text, written):
        print("   ", " ".join(reader.render(version).split()))
PY
diff "$work/seen" - <<'SEEN'
'That was a good year for rye and for oats, they say, though not at all for wheat\n- it froze.\n'
    <p>That was a good year for rye and for oats, they say, though not at all for wheat - it froze.</p>
    <p>That was a good year for rye and for oats, they say, though not at all for wheat</p> <ul> <li>it froze.</li> </ul>
'- Mix.\n\nWait.\n- Bake.\n'
    <ul> <li> <p>Mix.</p> <p>Wait.</p> </li> <li> <p>Bake.</p> </li> </ul>
    <ul> <li>Mix.</li> </ul> <p>Wait.</p> <ul> <li>Bake.</li> </ul>
'Roses are red,\\ violets are blue.\n'
    <p>Roses are red,<br /> violets are blue.</p>
    <p>Roses are red,\ violets are blue.</p>
'3) Bake 4) Eat\n'
    <ol start="3"> <li>Bake</li> <li>Eat</li> </ol>
    <ol start="3"> <li>Bake 4) Eat</li> </ol>
SEEN
echo "as described"
