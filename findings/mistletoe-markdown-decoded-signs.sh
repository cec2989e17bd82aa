#!/usr/bin/env bash
# mistletoe 1.6.0: Markdown written back by its own renderer has tags where the text had &lt; and &gt;.
#
# Expected: "&lt;details&gt;" stays as it is, or is escaped by a backslash, as what MarkdownRenderer writes is to mean the
# same when it is read again; it keeps "\*" and code with backticks.
# Seen: entities are written as the signs that they stand for: "<details>" is a tag then, and its word is not shown.
# "&nbsp;" becomes a plain sign that no reader of the source can see.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mistletoe==1.6.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import mistletoe
from mistletoe.markdown_renderer import MarkdownRenderer

for text in ("Use &lt;details&gt; here.\n", "5&nbsp;kg &copy; Anna\n", "2 \\* 3, `` a`b ``\n"):
    with MarkdownRenderer() as renderer:
        again = renderer.render(mistletoe.Document(text))
    print(ascii(again.rstrip("\n")))
    print(mistletoe.markdown(text) == mistletoe.markdown(again))
PY
diff "$work/seen" - <<'SEEN'
'Use <details> here.'
False
'5\xa0kg \xa9 Anna'
True
'2 \\* 3, `` a`b ``'
True
SEEN
echo "as described"
