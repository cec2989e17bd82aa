#!/usr/bin/env bash
# html5lib-truncation 0.1.0: an excerpt of a Chinese text is empty, and others do not say that they are cut.
#
# Expected: truncate_html() gives about as many characters as asked for, whatever the script, with "end" behind them
# where something is left out, and spaces in <pre> as they are.
# Seen: a text without spaces is one word, so nothing is left of it; "end" is missing where the cut falls on the
# beginning of an element, which stays, empty; an item or a paragraph that has no room is there without words; lines
# of <pre> are one.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html5lib-truncation==0.1.0 html5lib==1.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from html5lib_truncation import truncate_html

for html, size in (
    ("<p>\u6211\u4eec\u4eca\u5929\u5403\u9ed1\u9ea6\u9762\u5305\u548c\u5976\u916a</p>", 8),
    ("<p>Rye is a <b>grain</b> and <i>grows</i> in the north.</p>", 20),
    ("<ul><li>Rye bread</li><li>Oat cake</li></ul>", 12),
    ("<pre>sow\n  rye\n  oats\nreap</pre>", 12),
):
    print(html, size)
    print("   ", repr(truncate_html(html, size, end="...")))
PY
diff "$work/seen" - <<'SEEN'
<p>我们今天吃黑麦面包和奶酪</p> 8
    '<p>'
<p>Rye is a <b>grain</b> and <i>grows</i> in the north.</p> 20
    '<p>Rye is a <b>grain</b> and <i></i>'
<ul><li>Rye bread</li><li>Oat cake</li></ul> 12
    '<ul><li>Rye bread<li></ul>'
<pre>sow
  rye
  oats
reap</pre> 12
    '<pre>sow...</pre>'
SEEN
echo "as described"
