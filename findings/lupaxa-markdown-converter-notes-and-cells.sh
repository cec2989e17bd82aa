#!/usr/bin/env bash
# lupaxa-markdown-converter 0.1.1: a note of one word becomes a link to that word, and a longer one is escaped.
#
# Expected: footnotes, which Obsidian and GitHub both know, stay footnotes, above all from Obsidian to Obsidian; the
# id of a block ends its line; a table that becomes HTML for CommonMark has HTML within its cells, as CommonMark reads
# no Markdown there; "[!note]-" stays folded.
# Seen: "[^1]" leads to the address "Slowly.", or is "\[^1\]" both times; "^id" is in the middle of a joined line,
# where it is no id; a cell shows "[oats](Oats.md)" and "**rye**" as typed; the callout is open.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check lupaxa-markdown-converter==0.1.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from lupaxa.markdown_converter import MarkdownConverter

WORD = "Rye[^1] rose.\n\n[^1]: Slowly.\n"
WORDS = "Rye[^1] rose.\n\n[^1]: In a warm place.\n"
LINES = "Rye rose. ^id\nOats did not.\n"
CELLS = "| A | B |\n|---|---|\n| **rye** | [[Oats\\|oats]] |\n"
CALLOUT = "> [!note]- Late\n> In October.\n"
for text in (WORD, WORDS, LINES, CALLOUT):
    print(repr(MarkdownConverter(text, "obsidian").to_obsidian()))
print(repr(MarkdownConverter(WORDS, "github").to_github()))
print(MarkdownConverter(CELLS, "obsidian").to_commonmark())
PY
diff "$work/seen" - <<'SEEN'
'Rye[^1](Slowly.) rose.\n'
'Rye\\[^1\\] rose.\n\n\\[^1\\]: In a warm place.\n'
'Rye rose. ^id Oats did not.\n'
'> [!note] Late\n>\n> In October.\n'
'Rye\\[^1\\] rose.\n\n\\[^1\\]: In a warm place.\n'
<table>
<thead>
<tr>
<th>A</th>
<th>B</th>
</tr>
</thead>
<tbody>
<tr>
<td>**rye**</td>
<td>[oats](Oats.md)</td>
</tr>
</tbody>
</table>

SEEN
echo "as described"
