#!/usr/bin/env bash
# toot 0.52.1: items of a list and cells are one word, and a link with words does not show its address.
#
# Expected: a post from a server of the fediverse that allows lists and quotations, as Mastodon does since its version
# 4, is shown with a line for each item; a link shows where it leads, as one written as an address does.
# Seen: html_to_paragraphs(), by which posts are printed, knows paragraphs and line ends alone.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check toot==0.52.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from toot.utils import html_to_paragraphs

for html in (
    "<p>Sow<br>rye</p><p>Mill it</p>",
    "<ul><li>rye</li><li>oats</li></ul><ol start='3'><li>bread</li></ol>",
    '<p>Read <a href="https://rye.example/mill">how Tom sold his mill</a>.</p>',
    "<h2>Rye</h2>is a grain",
    "<table><tr><td>Monday</td><td>Rye</td></tr></table>",
):
    print(html_to_paragraphs(html))
PY
diff "$work/seen" - <<'SEEN'
[['Sow', 'rye'], ['Mill it']]
[['ryeoatsbread']]
[['Read how Tom sold his mill.']]
[['Ryeis a grain']]
[['MondayRye']]
SEEN
echo "as described"
