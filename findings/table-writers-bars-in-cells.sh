#!/usr/bin/env bash
# py-markdown-table 2.0.0, snakemd 2.4.1: a cell that holds "|" becomes two; the words after it move or are lost.
#
# Expected: "|" in a cell is written "\|", as tables of GitHub's Markdown need it and as mdutils 1.8.1 writes it.
# Seen: it is written as it is. The row has a cell more than the head, and the last one is not shown.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check py-markdown-table==2.0.0 snakemd==2.4.1 mdutils==1.8.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import snakemd
from mdutils.mdutils import MdUtils
from py_markdown_table.markdown_table import markdown_table

rows = [{"Key": "a|b", "Does": "either"}]
print(markdown_table(rows).set_params(row_sep="markdown", quote=False).get_markdown())
document = snakemd.new_doc()
document.add_table(["Key", "Does"], [["a|b", "either"]])
print(document)
other = MdUtils(file_name="unused")
other.new_table(columns=2, rows=2, text=["Key", "Does", "a|b", "either"])
print(other.get_md_text().strip())
PY
diff "$work/seen" - <<'SEEN'
|Key| Does |
|---|------|
|a|b|either|
| Key | Does   |
| --- | ------ |
| a|b | either |
|Key|Does|
| :---: | :---: |
|a\|b|either|
SEEN
echo "as described"
