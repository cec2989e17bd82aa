#!/usr/bin/env bash
# md2mrkdwn 0.4.5: a cell is lost after one that holds a bar, a picture loses its description, and a title is part of
# a link's address.
#
# Expected (GitHub Flavored Markdown, 4.10): "\|" in a cell is a bar, so that the row has two cells; Slack's form of a
# link is <address|words>; "2 * 3 * 4" has no emphasis.
#
# Seen: the cell "by hand" is gone; the link leads to 'https://rye.example/ "Rye"'; Slack's three special signs are
# not escaped, and code that is indented is text with emphasis.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md2mrkdwn==0.4.5
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from md2mrkdwn import convert

for text in (
    "| How | Who |\n|---|---|\n| sow \\| reap | by hand |", '[Rye](https://rye.example/ "Rye")', "![Rye in May](https://rye.example/rye.png)",
    "2 * 3 * 4", "5 < 6 & 7", "    sow *rye*",
):
    print(repr(text), "->", repr(convert(text)))
PY
diff "$work/seen" - <<'SEEN'
'| How | Who |\n|---|---|\n| sow \\| reap | by hand |' -> '```\n| How   | Who  |\n| ----- | ---- |\n| sow \\ | reap |\n```'
'[Rye](https://rye.example/ "Rye")' -> '<https://rye.example/ "Rye"|Rye>'
'![Rye in May](https://rye.example/rye.png)' -> '<https://rye.example/rye.png>'
'2 * 3 * 4' -> '2 _ 3 _ 4'
'5 < 6 & 7' -> '5 < 6 & 7'
'    sow *rye*' -> 'sow _rye_'
SEEN
echo "as described"
