#!/usr/bin/env bash
# mjml 0.12.0 (Python): the description of a picture ends at its first quotation mark.
#
# Expected: an attribute of MJML, which is XML, has its quotation marks as "&quot;", and so has that of the HTML.
# Seen: the mark is decoded, and written as it is: the description ends there, and its further words become attributes that
# nobody shows. The list of errors is empty.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mjml==0.12.0 beautifulsoup4==4.14.3
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from bs4 import BeautifulSoup
from mjml import mjml_to_html

SOURCE = """<mjml><mj-body><mj-section><mj-column>
<mj-image alt="The mill, &quot;Rye Hall&quot;, in winter" src="https://rye.example/mill.jpg" />
</mj-column></mj-section></mj-body></mjml>"""
result = mjml_to_html(SOURCE)
page = BeautifulSoup(result.html, "html.parser")
print("errors", result.errors)
print("alt", repr(page.img["alt"]))
print("attributes", sorted(page.img.attrs))
PY
diff "$work/seen" - <<'SEEN'
errors []
alt 'The mill, '
attributes ['alt', 'hall",', 'height', 'in', 'rye', 'src', 'style', 'width', 'winter"']
SEEN
echo "as described"
