#!/usr/bin/env bash
# kindlenotes2md 0.1.2: what is marked before the first chapter of a book is not in the notes.
#
# Expected: highlights of a preface, or of a book whose first pages are in no chapter, stand before the first heading
# of the export, and so in the Markdown; a note has the lines that it was written with.
# Seen: they are left out without a word as soon as a chapter follows; a book without any chapter keeps all, below an
# empty "###". Lines of a note that are parted by <br> are one word at their ends.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check kindlenotes2md==0.1.2 pyquery==1.4.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from kindlenotes2md.markdownoutput import md_output
from kindlenotes2md.notes import parse_contents

HEAD = '<html><body><div class="bookTitle">Rye</div><div class="authors">Li, Ann</div>'
PART = '<div class="noteHeading">Highlight (yellow) - Location {}</div><div class="noteText">{}</div>'
CHAPTER = '<div class="sectionHeading">Spring</div>'
PREFACE = PART.format(3, "Bread is life.")
NOTE = PART.format(12, "first line<br/>second line")
for page in (HEAD + PREFACE + CHAPTER + NOTE, HEAD + PREFACE):
    print(*(line.rstrip() for line in md_output(parse_contents(page)).splitlines()), sep="\n")
    print("=" * 9)
PY
diff "$work/seen" - <<'SEEN'
# Rye

## Li, Ann

---

### Spring

Highlight (yellow) - Location 12
: first linesecond line

=========
# Rye

## Li, Ann

---

###

Highlight (yellow) - Location 3
: Bread is life.

=========
SEEN
echo "as described"
