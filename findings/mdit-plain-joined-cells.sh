#!/usr/bin/env bash
# mdit-plain 1.0.1: the cells of a table become one word, and the numbers of a list are lost.
#
# Expected: as plain text, each cell stands apart by a space, a tab or a line, as each item of a list does by a line; an
# ordered list keeps its numbers, since the text may speak of "step 3".
# Seen: "RyeWheat500 g300 g": nothing is between cells nor between rows. The items have no numbers, and no sign.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mdit-plain==1.0.1 markdown-it-py==4.3.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from markdown_it import MarkdownIt
from mdit_plain.renderer import RendererPlain

plain = MarkdownIt("commonmark", renderer_cls=RendererPlain).enable("table")
print(plain.render("| Rye | Wheat |\n|---|---|\n| 500 g | 300 g |\n"))
print(plain.render("Go back to step 3:\n\n3. Knead it.\n4. Bake it.\n"))
PY
diff "$work/seen" - <<'SEEN'
RyeWheat500 g300 g
Go back to step 3:

Knead it.
Bake it.
SEEN
echo "as described"
