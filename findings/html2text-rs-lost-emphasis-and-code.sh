#!/usr/bin/env bash
# html2text_rs 0.2.5: its Markdown has no pictures, no blocks of code and no tables, and words in <b> are not bold.
#
# Expected: text_markdown() gives Markdown: "**" for <b> as for <strong>, "![…](…)" for a picture, a fence around
# <pre>, "~~" for what is struck out, and a space or a line end between a caption or a summary and what is beside it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html2text_rs==0.2.5
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import html2text_rs

for html in (
    "<p>A <strong>strong</strong> and a <b>bold</b> word, <del>old</del> new</p>",
    '<figure><img src="a.jpg" alt="A field"><figcaption>In May</figcaption></figure>',
    "<pre><code>if rye:\n    mill()\n\n    bake()</code></pre>",
    "<details><summary>More</summary>inside</details>",
    "<table><tr><th>Day</th><th>Loaf</th></tr><tr><td>Monday</td><td>Rye</td></tr></table>",
):
    print(html2text_rs.text_markdown(html))
PY
diff "$work/seen" - <<'SEEN'
A **strong** and a bold word, o̶l̶d̶ new

[A field]In May

`if rye:
    mill()

    bake()`

Moreinside

──────┬────
Day   │Loaf
──────┼────
Monday│Rye 
──────┴────

SEEN
echo "as described"
