#!/usr/bin/env bash
# rich 15.0.0: words of a block of HTML in Markdown are not shown, and lines of a cell are one word.
#
# Expected: what a terminal cannot show as the HTML says is shown as its words, as those of <kbd> within a sentence
# are; in a cell, <br> parts lines, as Markdown has no other mark for that there.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rich==15.0.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import io

from rich.console import Console
from rich.markdown import Markdown

for text in (
    "<details><summary>More</summary>Sow rye.</details>\n\nMill it.",
    "<p>A paragraph.</p>\n\nAnother.",
    "Press <kbd>Ctrl</kbd>",
    "| Day | Loaf |\n|-----|------|\n| Mon | rye<br>oats |",
):
    console = Console(file=io.StringIO(), width=60, color_system=None)
    console.print(Markdown(text))
    print([line.strip() for line in console.file.getvalue().splitlines() if line.strip()])
PY
diff "$work/seen" - <<'SEEN'
['Mill it.']
['Another.']
['Press Ctrl']
['Day  Loaf', '────────────', 'Mon  ryeoats']
SEEN
echo "as described"
