#!/usr/bin/env bash
# htmldate 1.11.0: a page without a date gets that of a comment, or of an event that it speaks of.
#
# Expected: find_date gives the date of publication, or None when the page does not have it. "Posted on March 2, 2023"
# is one; the day of a fair in <time>, or of a comment below an article, is none.
# Seen: <time> anywhere wins over words that say when the page was posted; where only a comment has a date, it is that
# of the page, with the options as they are.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check htmldate==1.11.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from htmldate import find_date

for body in (
    '<h1>Bread fair</h1><p>Posted on March 2, 2023</p><p>Come on <time datetime="2023-09-09">9 September</time>.</p>',
    '<article><h1>Rye</h1><p>It keeps.</p></article><div class="comments"><time datetime="2024-01-01">x</time></div>',
    "<article><h1>Rye</h1><p>It keeps.</p></article>",
):
    print(find_date(f"<html><body>{body}</body></html>"))
PY
diff "$work/seen" - <<'SEEN'
2023-09-09
2024-01-01
None
SEEN
echo "as described"
