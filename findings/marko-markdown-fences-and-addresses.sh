#!/usr/bin/env bash
# marko 2.2.4: Markdown written back by its own renderer ends code at a fence within it, and breaks links with spaces.
#
# Expected: what MarkdownRenderer writes means the same when it is read again, as what mdformat writes does.
# Seen: a block that shows a fence is written with a fence of three, so that it ends there; code that holds a backtick is
# wrapped in single ones. The address <b c.html> loses its angle brackets and is no link any more.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check marko==2.2.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import marko
from marko.md_renderer import MarkdownRenderer

again = marko.Markdown(renderer=MarkdownRenderer)
for text in ("````\n```\ncode\n```\n````\n", "Type `` a`b `` here.\n", "[rye](<rye bread.html>)\n"):
    print(again.convert(text).rstrip("\n"))
    print(marko.convert(text) == marko.convert(again.convert(text)))
PY
diff "$work/seen" - <<'SEEN'
```
```
code
```
```
False
Type `a`b` here.
False
[rye](rye bread.html)
False
SEEN
echo "as described"
