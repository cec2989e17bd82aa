#!/usr/bin/env bash
# m2r3 2.0.0rc1: each picture is described as "None", and links are there in HTML alone.
#
# Expected: "![A loaf](loaf.jpg)" has ":alt: A loaf" in reStructuredText, a link without title is "`words
# <address>`_", and a table of Markdown is one there.
# Seen: the description is lost and "None" stands for it, to be read out; a link is raw HTML with its words as an
# invented title, so that LaTeX and plain text have nothing at its place; a table stays lines of bars, of which
# docutils makes a block of lines and a warning; a list that begins at 3 begins at 1.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check m2r3==2.0.0rc1 docutils==0.23 mistune==2.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from docutils.core import publish_doctree
from m2r3 import convert

for text in (
    "![A loaf](loaf.jpg)",
    "See [the mill](https://mill.example/).",
    "| grain | price |\n|---|---|\n| rye | 3 |",
    "3. Bake\n4. Eat",
):
    written = convert(text)
    print(repr(text))
    print(repr(written.split("format: html\n")[-1].strip()))
    print("   ", repr(publish_doctree(written, settings_overrides={"report_level": 5}).astext()))
PY
diff "$work/seen" - <<'SEEN'
'![A loaf](loaf.jpg)'
'.. image:: loaf.jpg\n   :target: loaf.jpg\n   :alt: None'
    'None'
'See [the mill](https://mill.example/).'
'See :raw-html-m2r:`<a href="https://mill.example/" title="the mill">the mill</a>`.'
    'See <a href="https://mill.example/" title="the mill">the mill</a>.'
'| grain | price |\n|---|---|\n| rye | 3 |'
'| grain | price |\n|---|---|\n| rye | 3 |'
    'grain | price |\n\n<string>:3: (WARNING/2) Line block ends without a blank line.\n\n|---|---|\n| rye | 3 |'
'3. Bake\n4. Eat'
'#. Bake\n#. Eat'
    'Bake\n\nEat'
SEEN
echo "as described"
