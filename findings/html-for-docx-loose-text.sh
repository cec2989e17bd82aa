#!/usr/bin/env bash
# html-for-docx 1.2.1: text after a heading or a paragraph becomes part of it.
#
# Expected: words that follow an element, outside of any, are a paragraph of their own, as browsers show them;
# so HTML from feeds and old sites often has it. A term and its description are two lines.
# Seen: they are appended to the paragraph before, without a space, and have its style: a heading "Rye" with
# "Mill it." below it becomes the heading "RyeMill it.".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html-for-docx==1.2.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import docx
from html4docx import HtmlToDocx

for html in (
    "<h1>Rye</h1>Mill it.",
    "<p>Rye.</p>Mill it.<p>Bake it.</p>",
    "<dl><dt>Rye</dt><dd>a grain</dd></dl>",
):
    document = docx.Document()
    HtmlToDocx().add_html_to_document(html, document)
    print(html, [(each.style.name, each.text) for each in document.paragraphs])
PY
diff "$work/seen" - <<'SEEN'
<h1>Rye</h1>Mill it. [('Heading 1', 'RyeMill it.')]
<p>Rye.</p>Mill it.<p>Bake it.</p> [('Normal', 'Rye.Mill it.'), ('Normal', 'Bake it.')]
<dl><dt>Rye</dt><dd>a grain</dd></dl> [('Normal', 'Ryea grain')]
SEEN
echo "as described"
