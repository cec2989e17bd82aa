#!/usr/bin/env bash
# md2gemtext 1.0.0: the points of an inner list become numbers of the outer one, and a cell with "\|" becomes two.
#
# Expected: gemtext has one level of lists (the specification, "List items"), so inner points become "* " lines, as
# dioscuri's and md2gemini's do; what has numbers keeps its own. The text of a table has as many cells as the table.
# Seen: points within a numbered list are counted with the numbers of the list, and the number of their parent comes
# twice; the second paragraph of an item is one more item. The sign that was escaped in a cell divides it.
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
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md2gemtext==1.0.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from md2gemtext import markdown_to_gemtext

for text in (
    "1. Sow\n2. Mill\n   - by stone\n   - by steel\n3. Bake\n",
    "3. Sow.\n\n   In October.\n\n4. Mill.\n",
    "| a | b |\n|---|---|\n| 1 \\| 2 | 3 |\n",
):
    print(markdown_to_gemtext(text))
    print("--")
PY
diff "$work/seen" - <<'SEEN'
1. Sow

2. Mill

2. by stone

3. by steel

3. Bake

--
3. Sow.

3. In October.

4. Mill.

--
```table
| a     | b   |
| :---- | :-- |
| 1 | 2 | 3   |
```

--
SEEN
echo "as described"
