#!/usr/bin/env bash
# nanorst 1.0.1: the stars of a product vanish, and so does a footnote.
#
# Expected (reStructuredText, "Inline markup recognition rules"): a star with white space behind it, or with letters
# or digits on both sides, begins no emphasis; "[1]" below a text is a footnote, whose words stay.
# Seen: "2 * 3 * 4" is "2  3  4", "2*3*4" is "234"; a footnote's first line is removed, and so is the first line of a
# comment, whose second is shown; "link <address>`_" loses one mark and keeps the other.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check nanorst==1.0.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from nanorst import rst_to_text

for text in (
    "It is 2 * 3 * 4, or 2*3*4.",
    "Rye grows [1]_.\n\n.. [1] In the north.\n   Mostly.\n\nEnd.",
    ".. not yet\n   checked\n\nRye.",
    "See `the mill <https://mill.example/>`_.",
):
    print(repr(text))
    print("   ", repr(rst_to_text(text)))
PY
diff "$work/seen" - <<'SEEN'
'It is 2 * 3 * 4, or 2*3*4.'
    'It is 2  3  4, or 234.'
'Rye grows [1]_.\n\n.. [1] In the north.\n   Mostly.\n\nEnd.'
    'Rye grows [1]_.\n\n   Mostly.\n\nEnd.'
'.. not yet\n   checked\n\nRye.'
    '   checked\n\nRye.'
'See `the mill <https://mill.example/>`_.'
    'See the mill <https://mill.example/>_.'
SEEN
echo "as described"
