#!/usr/bin/env bash
# myclippings 0.0.6, kindle_clippy 0.0.2: notes from a Kindle lose lines, books parts of their names.
#
# Expected: a note in "My Clippings.txt" may have several lines; a hyphen is part of a name; a document without
# locations (a PDF) has a page and a date; a bookmark has no text. clippings 0.9.0 and kclip 1.0.1 keep all lines.
# Seen: both keep one line of a note. myclippings takes what is after the last hyphen of a name for its author,
# dates what has no location 1 January 1970, and puts two books of one name into one.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check myclippings==0.0.6 kindle_clippy==0.0.2 clippings==0.9.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import tempfile
from pathlib import Path

from clippings.parser import parse_clippings
from clippy import Clipping
from myclippings import clippings_file_to_parsed_array

ADDED = "Added on Friday, March 3, 2023 9:16:01 PM"
NOTE = f"Bread (Ann Baker)\n- Your Note on page 12 | Location 182 | {ADDED}\n\nMill it.\n\nAsk Bo.\n"
PDF = f"Bread (Bo Miller)\n- Your Highlight on page 5-5 | {ADDED}\n\nStone turns.\n"
HYPHENS = f"Salt-Free Bread\n- Your Highlight on page 3 | Location 40-41 | {ADDED}\n\nIt keeps.\n"

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "My Clippings.txt")
    path.write_text("".join(f"{each}==========\n" for each in (NOTE, PDF, HYPHENS)), encoding="utf-8")
    for book in clippings_file_to_parsed_array(str(path)):
        print("myclippings:", book["title"], "by", book["author"] or "nobody")
        for each in book["clippings"]:
            print("   ", each["date"], each["content"])
    path.write_text(f"{NOTE}==========\n", encoding="utf-8")
    with path.open(encoding="utf-8") as file:
        print("clippings:", repr(parse_clippings(file)[0].content))
print("kindle_clippy:", repr(Clipping(NOTE).text))
PY
diff "$work/seen" - <<'SEEN'
myclippings: Bread by Ann Baker
    2023-03-03T21:16:01 Mill it.
    1970-01-01T00:00:00 Stone turns.
myclippings: Salt by Free Bread
    2023-03-03T21:16:01 It keeps.
clippings: 'Mill it.\n\nAsk Bo.'
kindle_clippy: 'Mill it.'
SEEN
echo "as described"
