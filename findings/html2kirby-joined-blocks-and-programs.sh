#!/usr/bin/env bash
# html2kirby 0.2: words of blocks that are no paragraphs are joined, and a program's lines are words of the text.
#
# Expected (Kirbytext, which is Markdown with "(link: ...)"): blocks stay apart; a list begins with its number; a line
# break is one; "&amp;lt;" shows "&lt;"; what a <script> holds is no text.
# Seen: two <div>, a term and its description, a caption and what follows are one word; a list that begins with 5
# begins with 1; the script is shown. A break makes a new paragraph, and letters in parts of a word are spaced.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html2kirby==0.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import io
from contextlib import redirect_stdout

from html2kirby import HTML2Kirby

for html in (
    "<div>rye</div><div>oats</div>",
    "<dl><dt>rye</dt><dd>a grain</dd></dl>",
    '<ol start="5"><li>rye</li><li>oats</li></ol>',
    "<p>Rye<br>and oats</p>",
    "<p>un<em>believ</em>able</p>",
    "<p>Write &amp;lt; for it.</p>",
    "<p>Rye.</p><script>let rye = 1;</script>",
):
    parser = HTML2Kirby()
    with redirect_stdout(io.StringIO()):
        parser.feed(html)
    print(html)
    print("  ", repr(parser.kirbytext))
PY
diff "$work/seen" - <<'SEEN'
<div>rye</div><div>oats</div>
   'ryeoats'
<dl><dt>rye</dt><dd>a grain</dd></dl>
   'ryea grain'
<ol start="5"><li>rye</li><li>oats</li></ol>
   '\n\n1. rye\n1. oats\n\n'
<p>Rye<br>and oats</p>
   '\n\nRye\n\nand oats\n\n'
<p>un<em>believ</em>able</p>
   '\n\nun _believ_able\n\n'
<p>Write &amp;lt; for it.</p>
   '\n\nWrite < for it.\n\n'
<p>Rye.</p><script>let rye = 1;</script>
   '\n\nRye.\n\nlet rye = 1;'
SEEN
echo "as described"
