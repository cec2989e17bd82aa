#!/usr/bin/env bash
# syntaq 0.8: the second line of an item is a paragraph, and an address with "//" in its path ends there.
#
# Expected (Creole 1.0): an item goes on in the next line until another begins or the line is empty; "//" in an
# address is no italics; bold text may begin a line.
# Seen: "* Sow\nrye" is an item "Sow" and a paragraph "rye"; the link ends at "/rye", the rest is italic; "**Rye" at
# the beginning of a line is an item of the second level, and its end bold nothing. Creoleparser 0.7.5 has the first
# two right.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check syntaq==0.8 Creoleparser==0.7.5 genshi==0.7.12
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from creoleparser import creole2html
from syntaq import Markup

for text in (
    "* Sow\nrye\n* Reap",
    "See https://mill.example/rye//2024.",
    "**Rye\nand oats** grow.",
):
    print(repr(text))
    print("    syntaq      ", Markup(text).__html__())
    print("    creoleparser", " ".join(creole2html(text).decode().split()))
PY
diff "$work/seen" - <<'SEEN'
'* Sow\nrye\n* Reap'
    syntaq       <ul><li>Sow</li></ul><p>rye</p><ul><li>Reap</li></ul>
    creoleparser <ul><li>Sow rye </li><li>Reap</li></ul>
'See https://mill.example/rye//2024.'
    syntaq       <p>See <a href="https://mill.example/rye">https://mill.example/rye</a><em>2024.</em></p>
    creoleparser <p>See <a href="https://mill.example/rye//2024">https://mill.example/rye//2024</a>.</p>
'**Rye\nand oats** grow.'
    syntaq       <ul><ul><li>Rye</li></ul></ul><p>and oats<strong> grow.</strong></p>
    creoleparser <p><strong>Rye and oats</strong> grow.</p>
SEEN
echo "as described"
