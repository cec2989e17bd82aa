#!/usr/bin/env bash
# html2jirawiki 1.0.0: links and inner items are written in Markdown, and cells are one word.
#
# Expected: Jira's markup: [the book|https://a.example/], "**" for an item of an item, "|" between cells.
# Seen: [the book](https://a.example/), which Jira shows as it is; inner items by a tab and "+"; "Rye500 gSalt9 g"
# for a table of two rows.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html2jirawiki==1.0.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from html2jirawiki import html_to_jira_wiki

for page in (
    "<p>Read <a href='https://a.example/'>the book</a></p>",
    "<ul><li>Bread<ul><li>Rye</li></ul></li><li>Milk</li></ul>",
    "<table><tr><td>Rye</td><td>500 g</td></tr><tr><td>Salt</td><td>9 g</td></tr></table>",
    "<dl><dt>Rye</dt><dd>a grain</dd></dl>",
):
    print(ascii(html_to_jira_wiki(page)))
PY
diff "$work/seen" - <<'SEEN'
'Read [the book](https://a.example/)\n\n'
'* Bread\n\t+ Rye\n\t\n* Milk\n'
'Rye500 gSalt9 g'
'Ryea grain'
SEEN
echo "as described"
