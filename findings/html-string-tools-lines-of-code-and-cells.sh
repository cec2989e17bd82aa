#!/usr/bin/env bash
# html-string-tools 0.4.2: a page that is made readable has its code in one line.
#
# Expected: make_human_readable() indents elements; what <pre> holds is verbatim (HTML, 4.4.3), and a space between
# two inline elements stays one. html_to_text() keeps words of different cells and items apart. An apostrophe before a
# year, "'86", is a closing mark, and the quotation marks inside a link open and close.
# Seen: the lines of code are one line; the space between a link and a picture is gone; the words of two cells, of an
# item and the list within, of a term and its description, are one word; "'86" opens a quotation, and a quoted link
# closes one first.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html-string-tools==0.4.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import html_string_tools.html_conversion as conversion
import html_string_tools.html_string_tools as tools

print(tools.make_human_readable("<pre><code>if rye:\n    sour()\n\nbake()</code></pre>"))
print(tools.make_human_readable('<p><a href="a">rye</a> <b>and</b> <i>oats</i></p>'))
print(repr(conversion.html_to_text("<table><tr><td>rye</td><td>oats</td></tr></table>")))
print(repr(conversion.html_to_text("<ul><li>rye<ul><li>oats</li></ul></li></ul>")))
print(repr(conversion.html_to_text("<dl><dt>rye</dt><dd>a grain</dd></dl>")))
print(conversion.add_smart_quotes_to_paragraphs("<p>In '86 it rose 5'10\".</p>"))
print(conversion.add_smart_quotes_to_paragraphs('<p>Read <a href="a">"rye"</a>.</p>'))
PY
diff "$work/seen" - <<'SEEN'
<pre>
    <code>if rye:    sour()bake()</code>
</pre>
<p><a href="a">rye</a><b>and</b><i>oats</i></p>
'ryeoats'
'ryeoats'
'ryea grain'
<p>In ‘86 it rose 5’10“.</p>
<p>Read <a href="a">“rye”</a>.</p>
SEEN
echo "as described"
