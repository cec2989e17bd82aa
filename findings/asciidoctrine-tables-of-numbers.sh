#!/usr/bin/env bash
# asciidoctrine 0.2.0a8: a document cannot be read when a cell of a table begins with a number.
#
# Expected (AsciiDoc, "Table Cell Specifiers"): what stands right before "|" is for the next cell, as "2+|" and "a|"
# are; "|1984 |12" has the cells 1984 and 12, with the space between the number and the sign, as in Asciidoctor 2.0.
# Seen: a number that begins a cell is taken for the mark of the next one, space or not, and the whole document is
# refused with a syntax error. Words are cells, so are times of the day, and numbers in a line of their own.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check asciidoctrine==0.2.0a8
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from asciidoctrine import parse_to_ast

for row in ("|rye |oats", "|1984 |12", "|1984 t |12", "|19:30 |12", "|1984\n|12"):
    try:
        parse_to_ast(f"Rye.\n\n|===\n{row}\n|===\n")
        print(repr(row), "is read")
    except Exception as error:
        print(repr(row), f"{type(error).__name__}: {error}")
PY
diff "$work/seen" - <<'SEEN'
'|rye |oats' is read
'|1984 |12' AsciiDocSyntaxError: Syntax error: Malformed table cell specifier '1984' at line 4.
'|1984 t |12' AsciiDocSyntaxError: Syntax error: Malformed table cell specifier '1984' at line 4.
'|19:30 |12' is read
'|1984\n|12' is read
SEEN
echo "as described"
