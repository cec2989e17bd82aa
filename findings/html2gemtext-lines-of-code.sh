#!/usr/bin/env bash
# html2gemtext 1.0.0: the lines of a block of code become one, paragraphs of a quotation too, and signs part from words.
#
# Expected: gemtext's preformatted block keeps what is between its fences (the specification, "Preformatting toggle
# lines"), as <pre> does; two paragraphs of a quotation are two lines with ">"; a full stop stands at its word.
# Seen: a program is one line between its fences. "One.", "Two." become "> One. Two."; a space comes between an element
# and the sign that follows it, between the letters and the small number of "x²", and within a word that is half bold.
#
# Needs Python 3.12 or later, as the package does.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for python in python3 python3.13 python3.12 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python; do
  if "$python" -c "import sys; sys.exit(sys.version_info < (3, 12))" 2>/dev/null; then break; fi
done
"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html2gemtext==1.0.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from html2gemtext import html_to_gemtext

for html in (
    "<pre><code>if rye:\n    mill()\n</code></pre>",
    "<blockquote><p>One.</p><p>Two.</p></blockquote>",
    "<p>Sow <em>rye</em>, or <b>oats</b>. <b>R</b>ye has x<sup>2</sup>.</p>",
):
    print(html_to_gemtext(html))
    print("--")
PY
diff "$work/seen" - <<'SEEN'
```
if rye: mill()
```

--
> One. Two.
--
Sow rye , or oats . R ye has x 2 .

--
SEEN
echo "as described"
