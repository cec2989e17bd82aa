#!/usr/bin/env bash
# html-to-draftjs 1.0.1: code, tables and terms are not in the content, and words after a paragraph come before it.
#
# Expected: words of an element that Draft.js has no block for are a paragraph; an item within an item has a depth of
# 1; what stands after a block within a <div> stays after it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html-to-draftjs==1.0.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from html_to_draftjs import html_to_draftjs

for html in (
    "<p>Run <code>mill</code> now.</p><pre>mill --rye</pre>",
    "<table><tr><td>Monday</td></tr></table><dl><dt>Rye</dt><dd>A grain</dd></dl>",
    "<div>Sow.<p>Mill.</p>Bake.</div>",
    "<ol><li>Bake<ul><li>rye</li></ul></li></ol>",
):
    print([(block["type"], block["depth"], block["text"]) for block in html_to_draftjs(html)["blocks"]])
PY
diff "$work/seen" - <<'SEEN'
[('unstyled', 0, 'Run  now.')]
[]
[('unstyled', 0, 'Sow.Bake.'), ('unstyled', 0, 'Mill.')]
[('ordered-list-item', 0, 'Bake'), ('unordered-list-item', 0, 'rye')]
SEEN
echo "as described"
