#!/usr/bin/env bash
# py-whatsapp-formatter 1.0.6: links lose their addresses, and "2 * 3 * 4" becomes "2 _ 3 _ 4".
#
# Expected: WhatsApp has no links with words, so that a link becomes its words and its address; a star with spaces
# beside it is one; from HTML, "&lt;" is "<".
# Seen: from HTML only the words of a link are left, entities stay as they are written, a heading joins the text
# before it, and items join those within them; from Markdown a link stays as it is, and stars become underscores,
# escaped ones, too.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check py-whatsapp-formatter==1.0.6
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from whatsapp_formatter import convert_html_to_whatsapp, convert_markdown_to_whatsapp

for html in (
    '<p>See <a href="https://rye.example/">rye</a></p>',
    "<p>Bread &amp; &lt;b&gt;</p>",
    "<p>I <3 rye bread</p>",
    "<blockquote>Rye</blockquote><h2>Oats</h2>",
    "<ul><li>rye<ul><li>sown</li></ul></li></ul>",
):
    print(html, "is", repr(convert_html_to_whatsapp(html)))
for text in ("Sow 2 * 3 * 4 rows", "See [rye](https://rye.example/)", "\\*not bold\\*"):
    print(text, "is", repr(convert_markdown_to_whatsapp(text)))
PY
diff "$work/seen" - <<'SEEN'
<p>See <a href="https://rye.example/">rye</a></p> is 'See rye'
<p>Bread &amp; &lt;b&gt;</p> is 'Bread &amp; &lt;b&gt;'
<p>I <3 rye bread</p> is 'I <3 rye bread'
<blockquote>Rye</blockquote><h2>Oats</h2> is '> RyeOats'
<ul><li>rye<ul><li>sown</li></ul></li></ul> is '- ryesown'
Sow 2 * 3 * 4 rows is 'Sow 2 _ 3 _ 4 rows'
See [rye](https://rye.example/) is 'See [rye](https://rye.example/)'
\*not bold\* is '\\_not bold\\_'
SEEN
echo "as described"
