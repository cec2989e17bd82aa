#!/usr/bin/env bash
# fpdf2 2.8.9: with "markdown", spans of years lose their dashes, "__init__" its signs, and options of a program their
# hyphens.
#
# Expected (CommonMark 6.2, whose marks they are, but for "--"): "**" between spaces and "__" within a word are
# signs; "--", which fpdf2 takes to underline, marks words at whose sides it stands, as "**" does; an address may hold
# a pair of brackets.
# Seen: the text between any two equal marks is set in another way, wherever they stand, and the marks are not
# printed. A link whose address holds brackets is printed as it was written.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fpdf2==2.8.9 pypdf==7.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import io
import warnings

from fpdf import FPDF
from pypdf import PdfReader

warnings.simplefilter("ignore")
for text in (
    "Mills of 1850--1900 and 1920--1950",
    "Write __init__ and 2 ** 3 ** 4",
    "Run mill --fast --quiet",
    "See [mill](https://rye.example/mill_(film)) now",
):
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica")
    pdf.multi_cell(0, text=text, markdown=True)
    print(PdfReader(io.BytesIO(bytes(pdf.output()))).pages[0].extract_text())
PY
diff "$work/seen" - <<'SEEN'
Mills of 18501900 and 19201950
Write init and 2  3  4
Run mill fast quiet
See [mill](https://rye.example/mill_(film)) now
SEEN
echo "as described"
