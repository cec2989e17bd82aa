#!/usr/bin/env bash
# htmlquill 0.1.0: comments of a page become words of its text, and the lines of a block of code are joined at <br>.
#
# Expected (HTML, 13.1.6): a comment is no content; <br> ends a line in <pre> too; the paragraphs and the code in an
# item are blocks of their own, numbers of lists begin where "start" says.
# Seen: "<!-- price? -->" is a part of the sentence; "<pre>sow<br>reap</pre>" is "sowreap"; two paragraphs of an item
# are one line, and a fence in an item is written behind its words, where it opens nothing; code with three backticks
# ends its own fence; terms and explanations are one word; lists begin at 1.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check htmlquill==0.1.0 beautifulsoup4==4.15.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from htmlquill import html_to_markdown

for html in (
    "<p>Rye costs 3<!-- price? --> a pound.</p>",
    "<pre>sow<br>reap</pre>",
    "<ul><li><p>Mix.</p><p>Wait.</p></li><li>Run<pre>bake</pre></li></ul>",
    "<pre><code>a\n```\nb</code></pre>",
    "<dl><dt>Rye</dt><dd>A grain.</dd></dl>",
    "<ol start=3><li>Bake</li></ol>",
):
    print(repr(html))
    print("   ", repr(html_to_markdown(html)))
PY
diff "$work/seen" - <<'SEEN'
'<p>Rye costs 3<!-- price? --> a pound.</p>'
    'Rye costs 3 price?  a pound.\n'
'<pre>sow<br>reap</pre>'
    '```\nsowreap\n```\n'
'<ul><li><p>Mix.</p><p>Wait.</p></li><li>Run<pre>bake</pre></li></ul>'
    '- Mix. Wait.\n- Run ```\nbake\n```\n'
'<pre><code>a\n```\nb</code></pre>'
    '```\na\n```\nb\n```\n'
'<dl><dt>Rye</dt><dd>A grain.</dd></dl>'
    'RyeA grain.\n'
'<ol start=3><li>Bake</li></ol>'
    '1. Bake\n'
SEEN
echo "as described"
