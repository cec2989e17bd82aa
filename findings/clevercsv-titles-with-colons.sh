#!/usr/bin/env bash
# CleverCSV 0.8.5: a list of titles is torn in two columns at their colons, and one of sentences at their spaces.
#
# Expected: a file of one column, which the header shows as well, is read as one column: the header has no colon, and
# no quotation marks are needed.
#
# Seen: "Rye: a history" becomes "Rye" and " a history", and a sentence its first two words, of which there are more
# in some rows than in others.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check clevercsv==0.8.5
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import io

import clevercsv

for text in (
    "title\nRye: a history\nOats: a memoir\n", "note\nSow it\nReap it soon\n", "title\nRye\nOats\n", "title,kg\nRye: a history,5\nOats,6\n",
):
    dialect = clevercsv.Sniffer().sniff(text)
    print(repr(text), "->", repr(dialect.delimiter), list(clevercsv.reader(io.StringIO(text), dialect)))
PY
diff "$work/seen" - <<'SEEN'
'title\nRye: a history\nOats: a memoir\n' -> ':' [['title'], ['Rye', ' a history'], ['Oats', ' a memoir']]
'note\nSow it\nReap it soon\n' -> ' ' [['note'], ['Sow', 'it'], ['Reap', 'it', 'soon']]
'title\nRye\nOats\n' -> '' [['title'], ['Rye'], ['Oats']]
'title,kg\nRye: a history,5\nOats,6\n' -> ',' [['title', 'kg'], ['Rye: a history', '5'], ['Oats', '6']]
SEEN
echo "as described"
