#!/usr/bin/env bash
# nbconvert 7.17.2: the colours of a terminal are control characters in the Markdown of a notebook, and two headings
# of one name have one id.
#
# Expected: what a program prints in colour is its words, as in the HTML that nbconvert makes of the same notebook; an
# id is one element's (HTML, 3.2.6), so that a second heading "Result" gets another.
# Seen: a control character (U+001B) stands in the text, which XML, and so a feed, cannot hold; each link to the
# second heading leads to the first.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check nbconvert==7.17.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import re

import nbconvert
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

printed = new_output("stream", text="\x1b[31mRye\x1b[0m: 3 loaves\n")
notebook = new_notebook(
    cells=[
        new_markdown_cell("# Rye\n\n## Result"),
        new_code_cell("mill()", outputs=[printed], execution_count=1),
        new_markdown_cell("# Oats\n\n## Result"),
    ]
)
markdown, _ = nbconvert.MarkdownExporter().from_notebook_node(notebook)
print([line for line in markdown.splitlines() if "loaves" in line])
html, _ = nbconvert.HTMLExporter(template_name="basic").from_notebook_node(notebook)
print(re.findall(r'<h\d id="[^"]*">\w+', html))
print(re.findall(r"<pre>.*loaves", html))
PY
diff "$work/seen" - <<'SEEN'
['    \x1b[31mRye\x1b[0m: 3 loaves']
['<h1 id="Rye">Rye', '<h2 id="Result">Result', '<h1 id="Oats">Oats', '<h2 id="Result">Result']
['<pre><span class="ansi-red-fg">Rye</span>: 3 loaves']
SEEN
echo "as described"
