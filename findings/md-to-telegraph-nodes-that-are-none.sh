#!/usr/bin/env bash
# md-to-telegraph 0.1.11: an escaped sign becomes a node that Telegraph does not have, and so does a crossed-out word.
#
# Expected (Telegraph API, "NodeElement"): a node is a string or an element; of elements there are "s" for what is
# crossed out, and no "del"; attributes are "href" and "src" alone. Inline HTML such as H<sub>2</sub>O has no form
# there, but its words do.
# Seen: an escaped sign is a list within the children, and the description of a picture is a list, too. "del", "class",
# "alt" and "title" are written. Tags of inline HTML are words that readers see, <br> included.
#
# Needs Python 3.12 or later, as the package does.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for python in python3 python3.13 python3.12 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python; do
  if "$python" -c "import sys; sys.exit(sys.version_info < (3, 12))" 2>/dev/null; then break; fi
done
"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md-to-telegraph==0.1.11
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import json

from md_to_telegraph import md_to_telegraph

for markdown in ("1986\\. A year.", "~~Oats~~ rye.", '![A field](field.png "June")', "H<sub>2</sub>O,<br>and more."):
    print(json.dumps(md_to_telegraph(markdown)))
PY
diff "$work/seen" - <<'SEEN'
[{"tag": "p", "children": ["1986", ["."], " A year."]}]
[{"tag": "p", "children": [{"tag": "del", "children": ["Oats"]}, " rye."]}]
[{"tag": "p", "children": [{"tag": "img", "attrs": {"src": "field.png", "alt": ["A field"], "title": "June"}}]}]
[{"tag": "p", "children": ["H", "<sub>", "2", "</sub>", "O,", "<br>", "and more."]}]
SEEN
echo "as described"
