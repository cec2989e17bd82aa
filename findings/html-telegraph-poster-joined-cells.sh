#!/usr/bin/env bash
# html-telegraph-poster 0.5.0: cells, terms and a summary become one word in a page of Telegraph.
#
# Expected: Telegraph's pages have no tables and no terms, so that their words stay, with a space or a line between
# them; a heading of the second level is one below the first, as in the page.
# Seen: the words of a table join, row by row and row to row; the levels "h1" and "h3" become one, and so do "h2" and
# "h5"; loose text joins the block that follows it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html-telegraph-poster==0.5.0 lxml_html_clean==0.4.6
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import json

from html_telegraph_poster import html_to_telegraph
from html_telegraph_poster.converter import convert_html_to_telegraph_format

for html in (
    "<table><tr><td>Monday</td><td>Rye</td></tr><tr><td>Sunday</td><td>Oats</td></tr></table>",
    "<dl><dt>Rye</dt><dd>A grain</dd></dl>",
    "<details><summary>More</summary>Inside</details>",
    "<h1>Sow</h1><h2>Mill</h2><h3>Bake</h3><h5>Sell</h5>",
    "<p>Sow.</p>Mill it.<div>Bake it.</div>",
):
    for node in json.loads(convert_html_to_telegraph_format(html)):
        print(node["tag"], node["children"])
PY
diff "$work/seen" - <<'SEEN'
p ['MondayRyeSundayOats']
p ['RyeA grain']
p ['MoreInside']
h3 ['Sow']
h4 ['Mill']
h3 ['Bake']
h4 ['Sell']
p ['Sow.']
p ['Mill it.Bake it.']
SEEN
echo "as described"
