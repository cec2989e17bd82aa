#!/usr/bin/env bash
# Resiliparse 2.0.1: a page's text numbers every list from 1, and its main content lacks words that have ruby.
#
# Expected: a list that begins with 3 has the numbers 3 and 4, as a browser shows them; of a word with its
# pronunciation above it (ruby), the main content keeps the word, as the whole text does.
# Seen: `start` and `value` are ignored, so that "see step 3" points to another step. With main_content=True the word
# goes and only its pronunciation stays. The summary of <details> and the text below it become one word.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Resiliparse==2.0.1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from resiliparse.extract.html2text import extract_plain_text

page = """<html><body><main><p>As step 3 says:</p><ol start="3"><li>Knead it.</li><li value="9">Bake it.</li></ol>
<p>The sign said <ruby>窯<rt>kama</rt></ruby>.</p>
<details><summary>Oven</summary>Of stone.</details></main></body></html>"""
for is_main in (False, True):
    print(f"main_content={is_main}")
    print(*filter(None, extract_plain_text(page, main_content=is_main).splitlines()), sep="\n")
PY
diff "$work/seen" - <<'SEEN'
main_content=False
As step 3 says:
  1. Knead it.
  2. Bake it.
The sign said 窯kama.
OvenOf stone.
main_content=True
As step 3 says:
  1. Knead it.
  2. Bake it.
The sign said kama.
OvenOf stone.
SEEN
echo "as described"
