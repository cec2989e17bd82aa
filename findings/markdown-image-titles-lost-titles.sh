#!/usr/bin/env bash
# markdown-image-titles 0.1.0: a picture that has a title loses it, and one by reference gets none.
#
# Expected (the package: "Adds titles to Markdown images. The title text is taken from the ALT text"): where a title is
# missing, the alternative text becomes one; a title that was written stays, or is replaced.
# Seen: ![Mill](mill.jpg "Seen by Ann") has no title at all afterwards, neither that of the writer nor the alternative
# text; ![Mill][mill] gets none either, and keeps its own.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-image-titles==0.1.0 markdown==3.10
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import markdown

for text in (
    "![Mill](mill.jpg)",
    '![Mill](mill.jpg "Seen by Ann")',
    "![Mill][mill]\n\n[mill]: mill.jpg",
    '![Mill][mill]\n\n[mill]: mill.jpg "Seen by Ann"',
):
    print(repr(text))
    print("   ", markdown.markdown(text, extensions=["image_titles"]))
PY
diff "$work/seen" - <<'SEEN'
'![Mill](mill.jpg)'
    <p><img alt="Mill" src="mill.jpg" title="Mill" /></p>
'![Mill](mill.jpg "Seen by Ann")'
    <p><img alt="Mill" src="mill.jpg" /></p>
'![Mill][mill]\n\n[mill]: mill.jpg'
    <p><img alt="Mill" src="mill.jpg" /></p>
'![Mill][mill]\n\n[mill]: mill.jpg "Seen by Ann"'
    <p><img alt="Mill" src="mill.jpg" title="Seen by Ann" /></p>
SEEN
echo "as described"
