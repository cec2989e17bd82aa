#!/usr/bin/env bash
# fmt-md-tables 0.1.0: a table in an item leaves the list, and words that no reader shows get a column.
#
# Expected: a table is aligned where it stands; the indentation that makes it a part of an item stays (CommonMark,
# 5.2), and what a page does not show stays unseen: a row that is too long is cut by a reader (GFM, 4.10).
# Seen: the indentation is removed, so the list ends before the table and the next item begins another; a cell too
# many, or a bar in code, which a reader cuts off, gets a column of its own and a heading without words.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fmt-md-tables==0.1.0 markdown-it-py==4.3.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import subprocess
import sys
from pathlib import Path

from markdown_it import MarkdownIt

reader = MarkdownIt("gfm-like", {"linkify": False})
for text in (
    "1. Prices\n\n   | rye | 3 |\n   |---|---|\n   | oats | 2 |\n\n2. Places\n",
    "| grain | price |\n|---|---|\n| rye | 3 | not for sale |\n",
):
    Path("given.md").write_text(text)
    command = [Path(sys.executable).with_name("fmt-md-tables"), "given.md"]
    written = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    print(written.rstrip())
    for version in (text, written):
        print("   ", "".join(reader.render(version).split("\n")))
PY
diff "$work/seen" - <<'SEEN'
1. Prices

| rye  | 3   |
| ---- | --- |
| oats | 2   |

2. Places
    <ol><li><p>Prices</p><table><thead><tr><th>rye</th><th>3</th></tr></thead><tbody><tr><td>oats</td><td>2</td></tr></tbody></table></li><li><p>Places</p></li></ol>
    <ol><li>Prices</li></ol><table><thead><tr><th>rye</th><th>3</th></tr></thead><tbody><tr><td>oats</td><td>2</td></tr></tbody></table><ol start="2"><li>Places</li></ol>
| grain | price |              |
| ----- | ----- | ------------ |
| rye   | 3     | not for sale |
    <table><thead><tr><th>grain</th><th>price</th></tr></thead><tbody><tr><td>rye</td><td>3</td></tr></tbody></table>
    <table><thead><tr><th>grain</th><th>price</th><th></th></tr></thead><tbody><tr><td>rye</td><td>3</td><td>not for sale</td></tr></tbody></table>
SEEN
echo "as described"
