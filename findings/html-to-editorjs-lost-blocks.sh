#!/usr/bin/env bash
# html-to-editorjs 0.0.1: quotations, tables, terms and code are not in the blocks, and an item within an item is
# there twice.
#
# Expected: Editor.js has blocks for quotations, tables, code and nested lists; what has no block of its own stays as
# a paragraph, so that no words are lost.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html-to-editorjs==0.0.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import html_to_editorjs

for html in (
    "<p>One</p><blockquote><p>Two</p></blockquote><pre>Three</pre>",
    "<dl><dt>Rye</dt><dd>A grain</dd></dl><table><tr><td>Monday</td></tr></table>",
    "<p>Sow.</p>Mill it.<div>Bake it.<p>Sell it.</p></div>",
    "<ol><li>Bake<ul><li>rye</li></ul></li></ol>",
):
    print([block["data"] for block in html_to_editorjs.parse(html)["blocks"]])
PY
diff "$work/seen" - <<'SEEN'
[{'text': 'One'}]
[]
[{'text': 'Sow.'}]
[{'style': 'ordered', 'items': ['Bake<ul><li>rye</li></ul>', 'rye']}]
SEEN
echo "as described"
