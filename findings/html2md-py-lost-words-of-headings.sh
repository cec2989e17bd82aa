#!/usr/bin/env bash
# html2md 0.1.7 (PyPI): a heading ends at its first markup, and one that is a link is empty.
#
# Expected: a heading's text is that of all that is in it, its emphasis and links as Markdown or, as the package does
# with other elements, as they were in HTML.
# Seen: of "Rye <em>and</em> oats" only "# Rye" is left, of a linked title only "##"; a bold element in the body loses
# its link and the words after it, too. No message tells of the lost words.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html2md==0.1.7
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import html2md

for page in (
    "<h1>Rye <em>and</em> oats</h1>",
    '<h2><a href="mill.html">The mill</a> by the river</h2>',
    '<b>Come to <a href="mill.html">the mill</a> soon</b>',
):
    print(page)
    print("   ", html2md.convert(f"<body>{page}</body>").strip())
PY
diff "$work/seen" - <<'SEEN'
<h1>Rye <em>and</em> oats</h1>
    # Rye
<h2><a href="mill.html">The mill</a> by the river</h2>
    ##
<b>Come to <a href="mill.html">the mill</a> soon</b>
    **Come to **
SEEN
echo "as described"
