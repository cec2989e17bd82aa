#!/usr/bin/env bash
# html-slacker 0.1.6: the items of a list are one word in Slack, and so are cells, and a heading with the text below
# it.
#
# Expected: items, cells and blocks stay apart; "&", "<" and ">" are escaped, as Slack's messages need it; struck
# words and quotations have marks.
# Seen: "<li>rye</li><li>oats</li>" is "ryeoats", without points or numbers; a heading, a term and a summary join what
# follows; lines of code are one line; "&lt;@U1&gt;" becomes "<@U1>", which calls somebody.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html-slacker==0.1.6
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from htmlslacker import HTMLSlacker

for html in (
    "<ul><li>rye</li><li>oats</li></ul>",
    "<h2>Rye</h2>Grain",
    "<table><tr><td>50</td><td>030</td></tr></table>",
    "<pre>sow\n  rye</pre>",
    "<p>Ask &lt;@U1&gt; &amp; co</p>",
    "<p><del>Oats</del> rye</p>",
):
    print(html, "is", repr(HTMLSlacker(html).get_output()))
PY
diff "$work/seen" - <<'SEEN'
<ul><li>rye</li><li>oats</li></ul> is 'ryeoats'
<h2>Rye</h2>Grain is 'RyeGrain'
<table><tr><td>50</td><td>030</td></tr></table> is '50030'
<pre>sow
  rye</pre> is 'sow rye'
<p>Ask &lt;@U1&gt; &amp; co</p> is '\nAsk <@U1> & co'
<p><del>Oats</del> rye</p> is '\nOats rye'
SEEN
echo "as described"
