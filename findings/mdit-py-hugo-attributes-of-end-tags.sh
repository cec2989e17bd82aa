#!/usr/bin/env bash
# mdit-py-hugo 0.3.1: attributes of paragraphs, lists and quotations stand in their end tags, where browsers drop them.
#
# Expected (Hugo, "Markdown attributes"): a line "{.wide}" below a block gives the block a class, as the rest of a
# heading's line gives the heading one. An end tag has no attributes (HTML, 13.1.2.2: a parse error).
# Seen: the start tag has none, and the end tag has them; headings are right, save for a space at their end.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mdit-py-hugo==0.3.1 markdown-it-py==3.0.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from markdown_it import MarkdownIt
from mdit_py_hugo.attribute import attribute_plugin

md = MarkdownIt().enable("table").use(attribute_plugin)
for text in (
    "# Rye {.wide}",
    "Sow it.\n{.wide}",
    "- Sow\n- Mill\n{.wide}",
    "> Sow it.\n{.wide}",
    "| a |\n|---|\n| 1 |\n{.wide}",
):
    print(repr(text), "->", md.render(text).replace("\n", ""))
PY
diff "$work/seen" - <<'SEEN'
'# Rye {.wide}' -> <h1 class="wide">Rye </h1>
'Sow it.\n{.wide}' -> <p>Sow it.</p class="wide">
'- Sow\n- Mill\n{.wide}' -> <ul><li>Sow</li><li>Mill</li></ul class="wide">
'> Sow it.\n{.wide}' -> <blockquote><p>Sow it.</p></blockquote class="wide">
'| a |\n|---|\n| 1 |\n{.wide}' -> <table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table class="wide">
SEEN
echo "as described"
