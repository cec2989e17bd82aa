#!/usr/bin/env bash
# fpdf2 2.8.9: write_html() joins the words of <div>, <section> and <figcaption> elements, and prints programs and
# style sheets.
#
# Expected: elements that browsers show on lines of their own are on such lines; what stands in <script> and <style>
# is not shown; what an element within a cell cannot be printed as is at least its words.
# Seen: only the blocks that it names, such as <p> and <h1>, part words; a line break in a cell ends it all with an
# error.
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
    "<p>Sow.</p><script>var a = 1</script><style>p { margin: 0 }</style>",
    "<ol start='3'><li>Sow</li><li value='7'>Mill</li></ol>",
    "<table><tr><td>Rye<br>oats</td></tr></table>",
):
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica")
    try:
        pdf.write_html(html)
        print(PdfReader(io.BytesIO(bytes(pdf.output()))).pages[0].extract_text().split("\n"))
    except NotImplementedError as error:
        print(error)
PY
diff "$work/seen" - <<'SEEN'
['SowMillBake']
['A fieldMill Lane']
['MoreInside']
['Sow.', 'var a = 1p { margin: 0 }']
[' ', '3. Sow', '4. Mill']
Unsupported nested HTML tags inside <td> element: <br>
SEEN
echo "as described"
