#!/usr/bin/env bash
# antimarkdown 1.0.2: <br> joins the lines of a poem, and a table is one word.
#
# Expected: <br> becomes a line break of Markdown, cells and rows of a table stay apart in some way, <pre> keeps its
# spaces and lines, and what follows a division is a paragraph of its own.
# Seen: "red,violets"; "MayRye3" of three cells; spaces in <pre> are one where it holds other elements; words after
# </div> join the next paragraph; a link that is a mere anchor becomes "[here]()"; "# Sharp" in a paragraph becomes a
# heading.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check antimarkdown==1.0.2 lxml==6.1.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from antimarkdown import to_markdown

for html in (
    "<p>Roses are red,<br>violets are blue.</p>",
    "<table><tr><th>May</th><td>Rye</td><td>3</td></tr></table>",
    "<dl><dt>Rye</dt><dd>A grain.</dd></dl>",
    "<pre><span>if</span> rye:\n    bake()</pre>",
    "<div>One.</div>Two.<p>Three.</p>",
    "<p><a name='x'>here</a></p>",
    "<p># Sharp</p>",
):
    print(repr(html))
    print("   ", repr(to_markdown(html)))
PY
diff "$work/seen" - <<'SEEN'
'<p>Roses are red,<br>violets are blue.</p>'
    'Roses are red,violets are blue.'
'<table><tr><th>May</th><td>Rye</td><td>3</td></tr></table>'
    'MayRye3'
'<dl><dt>Rye</dt><dd>A grain.</dd></dl>'
    'RyeA grain.'
'<pre><span>if</span> rye:\n    bake()</pre>'
    '    if rye: bake()'
'<div>One.</div>Two.<p>Three.</p>'
    '<div>One.</div>Two.Three.'
"<p><a name='x'>here</a></p>"
    '[here]()'
'<p># Sharp</p>'
    '# Sharp'
SEEN
echo "as described"
