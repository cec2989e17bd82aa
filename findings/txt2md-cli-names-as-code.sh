#!/usr/bin/env bash
# txt2md-cli 0.1.0: a name on a line of its own becomes code, and "BMW, SAP, IBM" a heading "Bmw, Sap, Ibm".
#
# Expected: its README says that headings, lists and code are found; a name is no code, and abbreviations in a heading
# keep their capitals. Code that is indented stays so.
#
# Seen: lines of one or two words with more than ten letters get backticks, and so do plain addresses; the indent of
# code is dropped, so that it is a paragraph.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check txt2md-cli==0.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from txt2md_cli.cli import line_to_md

for line in ("Ann Lichtenberg", "Congratulations!", "https://rye.example/", "BMW, SAP, IBM", "NASA IN 2024", "    if rye:", "Ann Li"):
    print(repr(line), "->", repr(line_to_md(line)))
PY
diff "$work/seen" - <<'SEEN'
'Ann Lichtenberg' -> '`Ann Lichtenberg`'
'Congratulations!' -> '`Congratulations!`'
'https://rye.example/' -> '`https://rye.example/`'
'BMW, SAP, IBM' -> '# Bmw, Sap, Ibm'
'NASA IN 2024' -> '# Nasa In 2024'
'    if rye:' -> 'if rye:'
'Ann Li' -> 'Ann Li'
SEEN
echo "as described"
