#!/usr/bin/env bash
# commonmark 0.9.2 (Python): its reStructuredText counts every list from 1, and a name that ends in "_" becomes a link.
#
# Expected: a list that begins with 3 is written "3.", which reStructuredText allows; "Bake_" in a text is escaped; a
# picture within a line is written by a substitution, or stands in a paragraph of its own.
# Seen: items are "#.", counted from 1. The underscore and asterisks that Markdown escaped stand bare. A picture's
# directive stands in the middle of the line, where it is plain words. A break of a line begins a paragraph.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check commonmark==0.9.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import commonmark

parser = commonmark.Parser()
for text in (
    "Go back to step 3:\n\n3. Knead it.\n4. Bake it.\n",
    "Call Bake_ and \\*args.\n",
    "The loaf ![loaf](loaf.png) of rye\n",
    "Roses are red  \nand rye is dark\n",
):
    print(commonmark.ReStructuredTextRenderer().render(parser.parse(text)).strip("\n"))
PY
diff "$work/seen" - <<'SEEN'
Go back to step 3:

#. Knead it.
#. Bake it.
Call Bake_ and *args.
The loaf .. image:: loaf.png
    :alt: loaf of rye
Roses are red

and rye is dark
SEEN
echo "as described"
