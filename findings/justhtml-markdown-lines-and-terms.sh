#!/usr/bin/env bash
# justhtml 3.16.0: lines of a poem are one, a list that begins with 3 begins with 1, and terms and summaries join what
# follows.
#
# Expected (CommonMark 6.7): a line end of <br> is two spaces or a backslash before the end of the line; a list keeps
# its first number; words of two blocks are apart.
# Seen: to_markdown() writes a plain line end, which is a space where Markdown is read. Quotation marks of <q> are not
# written.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check justhtml==3.16.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from justhtml import JustHTML

for html in (
    "<p>Sow rye<br>mill oats</p>",
    "<ol start=3><li>Bake</li></ol>",
    "<dl><dt>Rye</dt><dd>A grain</dd></dl>",
    "<details><summary>More</summary>Inside</details>",
    "<p>She said <q>now</q></p>",
):
    print(JustHTML(html).to_markdown())
PY
diff "$work/seen" - <<'SEEN'
Sow rye
mill oats
1. Bake
RyeA grain
MoreInside
She said now
SEEN
echo "as described"
