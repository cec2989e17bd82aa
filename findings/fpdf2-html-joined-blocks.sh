#!/usr/bin/env bash
# fpdf2 2.8.9: write_html() joins the words of <div>, <section> and <figcaption> elements, and numbers items in its
# own way.
#
# Expected: elements that browsers show on lines of their own are on such lines; <li value="7"> is the seventh item
# (HTML, 4.4.8).
# Seen: only the blocks that it names, such as <p> and <h1>, part words; the value of an item is passed over, while the
# first number of its list is not.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fpdf2==2.8.9 pypdf==7.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import io
import logging

from fpdf import FPDF
from pypdf import PdfReader

logging.disable()
for html in (
    "<div>Sow</div><div>Mill</div><section>Bake</section>",
    "<figure><figcaption>A field</figcaption></figure><address>Mill Lane</address>",
    "<details><summary>More</summary>Inside</details>",
    "<ol start='3'><li>Sow</li><li value='7'>Mill</li></ol>",
):
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica")
    pdf.write_html(html)
    print(PdfReader(io.BytesIO(bytes(pdf.output()))).pages[0].extract_text().split("\n"))
PY
diff "$work/seen" - <<'SEEN'
['SowMillBake']
['A fieldMill Lane']
['MoreInside']
[' ', '3. Sow', '4. Mill']
SEEN
echo "as described"
