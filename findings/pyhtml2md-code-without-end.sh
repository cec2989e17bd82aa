#!/usr/bin/env bash
# pyhtml2md 1.8.0: a block of code takes the rest of the text along, items within items join, and words after "<3" are
# gone.
#
# Expected (CommonMark 4.5): the fence that ends a block of code is on a line of its own; items are on lines of their
# own; "&lt;b&gt;" is written so that it is no tag.
# Seen: the end of the fence is behind the last line of the code, so that all that follows is code; "- rye- sown" is
# one item; the rest of a paragraph is gone after "<3"; a term joins its explanation; "<b>" is a tag again, and lists
# count from 1.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyhtml2md==1.8.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from pyhtml2md import convert

for html in (
    "<pre><code>sow\n  rye</code></pre><p>After.</p>",
    "<ul><li>rye<ul><li>sown</li></ul></li></ul>",
    "<ul><li><p>rye</p><p>oats</p></li></ul>",
    "<p>I <3 rye bread</p>",
    "<p>Write &lt;b&gt; there</p>",
    '<ol start="3"><li>three</li></ol>',
    "<dl><dt>Rye</dt><dd>grain</dd></dl>",
):
    print(repr(html), "is", repr(convert(html)))
PY
diff "$work/seen" - <<'SEEN'
'<pre><code>sow\n  rye</code></pre><p>After.</p>' is '```\nsow\n  rye```\n\nAfter.\n'
'<ul><li>rye<ul><li>sown</li></ul></li></ul>' is '- rye- sown\n'
'<ul><li><p>rye</p><p>oats</p></li></ul>' is '- rye\n\n\toats\n'
'<p>I <3 rye bread</p>' is 'I\n'
'<p>Write &lt;b&gt; there</p>' is 'Write <b> there\n'
'<ol start="3"><li>three</li></ol>' is '1. three\n\n'
'<dl><dt>Rye</dt><dd>grain</dd></dl>' is 'Ryegrain\n'
SEEN
echo "as described"
