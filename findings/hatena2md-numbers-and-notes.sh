#!/usr/bin/env bash
# hatena2md 0.1.0: numbered lists lose their numbers, notes are no notes, and terms and preformatted text stay as
# typed.
#
# Expected (Hatena notation): "+" begins a numbered item, "-" one with a dot, each up to three levels; "((…))" is a
# footnote, in Markdown "[^1]: …"; ":term:explanation" and ">|" with "|<" have counterparts, too.
# Seen: "+ Mix" is "+ Mix" in Markdown, an item with a dot; the third level is an item "- …" of the second; the note
# is written without a colon, so that its words end the text as a paragraph and its number is in brackets; the rest is
# unchanged.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check hatena2md==0.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from hatena2md import Hatena2MD

for text in (
    "+ Mix\n+ Bake\n",
    "- grain\n-- rye\n--- winter rye\n",
    "Rye grows((in the north)) here.\n",
    ":rye:a grain\n",
    ">|\nsow\n  reap\n|<\n",
):
    print(repr(text))
    print("   ", repr(Hatena2MD(text).toMarkdown()))
PY
diff "$work/seen" - <<'SEEN'
'+ Mix\n+ Bake\n'
    '+  Mix\n+  Bake\n'
'- grain\n-- rye\n--- winter rye\n'
    '+  grain\n\t+ rye\n\t+ - winter rye\n'
'Rye grows((in the north)) here.\n'
    'Rye grows[^1] here.\n\n[^1] in the north'
':rye:a grain\n'
    ':rye:a grain\n'
'>|\nsow\n  reap\n|<\n'
    '>|\nsow\n  reap\n|<\n'
SEEN
echo "as described"
