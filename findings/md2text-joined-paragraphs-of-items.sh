#!/usr/bin/env bash
# md2text 0.1.0: the second paragraph of an item and words that <br> parts are one word, and blocks of HTML are gone.
#
# Expected: the plain text of Markdown has its words, each by itself: two paragraphs of an item stand apart as those
# of a text do.
#
# Seen: "Sow it.In May." and "oneline"; the words of <div> are left out.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md2text==0.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import md2text

for text in ("- Sow it.\n\n  In May.\n- Reap it.", "one<br>line", "<div>\nA box.\n</div>", "A paragraph.\n\nAnother."):
    print(repr(text), "->", repr(md2text.to_text(text)))
PY
diff "$work/seen" - <<'SEEN'
'- Sow it.\n\n  In May.\n- Reap it.' -> '- Sow it.In May.\n- Reap it.'
'one<br>line' -> 'oneline'
'<div>\nA box.\n</div>' -> ''
'A paragraph.\n\nAnother.' -> 'A paragraph.\n\nAnother.'
SEEN
echo "as described"
