#!/usr/bin/env bash
# html2text 2025.4.15: the second paragraph of a list item leaves the list, and a code span breaks.
#
# Expected (CommonMark 5.2 and 6.1): the further paragraphs of an item are indented to its text; a code span
# that holds a backtick is fenced by two.
# Seen: the second paragraph stands at the margin, so that it follows the list and a numbered list is two
# lists; a span with a backtick ends at it, and the rest of the line may become code.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html2text==2025.4.15 markdown-it-py==4.0.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import html2text
import markdown_it

for html in (
    "<ol><li><p>Mill it.</p><p>Twice.</p></li><li><p>Bake it.</p></li></ol>",
    "<p>Type <code>a`b</code> and <code>c</code>.</p>",
):
    text = html2text.html2text(html)
    print(html)
    print(repr(text))
    print(repr(markdown_it.MarkdownIt().render(text)))
PY
diff "$work/seen" - <<'SEEN'
<ol><li><p>Mill it.</p><p>Twice.</p></li><li><p>Bake it.</p></li></ol>
'  1. Mill it.\n\nTwice.\n\n  2. Bake it.\n\n'
'<ol>\n<li>Mill it.</li>\n</ol>\n<p>Twice.</p>\n<ol start="2">\n<li>Bake it.</li>\n</ol>\n'
<p>Type <code>a`b</code> and <code>c</code>.</p>
'Type `a`b` and `c`.\n\n'
'<p>Type <code>a</code>b<code>and</code>c`.</p>\n'
SEEN
echo "as described"
