#!/usr/bin/env bash
# rtf-converter 0.1.22: the words of links are not in the text, cells run together, and an opening quotation mark is "C".
#
# Expected (RTF 1.9.1): the text of a field is its result, {\fldrslt ...}; \cell and \row end cells and rows; \ldblquote
# is U+201C, and \_ a hyphen that does not break.
# Seen: a link leaves nothing but the space after it; the cells of two rows are one word; "\ldblquote" is the letter C;
# "co\_op" is "coop"; the text of a footnote is lost, while dashes and closing marks are there.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rtf-converter==0.1.22
cat >rye.rtf <<'RTF'
{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}
\pard\plain They say \ldblquote rye\rdblquote  \endash  it\rquote s a co\_op.\par
Come to {\field{\*\fldinst HYPERLINK "https://mill.example/"}{\fldrslt the mill}} soon.\par
Rye{\footnote\pard A grain.} is dark.\par
\trowd\cellx1000\cellx2000 rye\cell 5\cell\row
\trowd\cellx1000\cellx2000 oats\cell 7\cell\row
\pard End.\par}
RTF
"$work/venv/bin/python" -c 'import rtf_converter; print(rtf_converter.rtf_to_txt(open("rye.rtf").read()).strip())' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
They say Crye” – it’s a coop.
Come to  soon.
Rye is dark.
rye5oats7End.
SEEN
echo "as described"
