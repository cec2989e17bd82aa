#!/usr/bin/env bash
# md2steam 1.0.1: products and names with underscores become italic, and escaped stars too.
#
# Expected: as in CommonMark, a star between spaces and an underscore within a word are signs, and "\*" is a star.
# Seen: "2 * 3 * 4" and snake_case_name lose their signs to [i]. An address with parentheses is
# cut before the last, and a title with "=" below it is no title.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md2steam==1.0.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from md2steam import markdown_to_steam_bbcode

for text in (
    "2 * 3 * 4 kg",
    "Set snake_case_name here",
    "A \\*star\\*",
    "[Rye](https://a.example/rye_(grain))",
    "Rye\n===\n",
):
    print(ascii(markdown_to_steam_bbcode(text)))
PY
diff "$work/seen" - <<'SEEN'
'2 [i] 3 [/i] 4 kg'
'Set snake[i]case[/i]name here'
'A \\[i]star\\[/i]'
'[url=https://a.example/rye_(grain]Rye[/url])'
'Rye\n==='
SEEN
echo "as described"
