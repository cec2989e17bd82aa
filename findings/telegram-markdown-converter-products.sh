#!/usr/bin/env bash
# telegram-markdown-converter 1.0.6: a product is in italics, an address ends before its ")", and a heading shows its
# sign.
#
# Expected (CommonMark 6.2 and 6.3): "*" between spaces is a sign, and an address may hold a pair of brackets; a
# heading, for which Telegram has no mark, is bold, or its words alone.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check telegram-markdown-converter==1.0.6
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from telegram_markdown_converter import convert_markdown

for text in (
    "2 * 3 * 4 loaves",
    "[mill](https://rye.example/mill_(film)) burns",
    "# Rye",
    "![A field](https://rye.example/field.jpg)",
    "*in*ternal",
    "either||or and yes||no",
):
    print(convert_markdown(text))
PY
diff "$work/seen" - <<'SEEN'
2 _ 3 _ 4 loaves
[mill](https://rye.example/mill_(film)\) burns
\# Rye
\![A field](https://rye.example/field.jpg)
\*in\*ternal
either||or and yes||no
SEEN
echo "as described"
