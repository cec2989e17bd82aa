#!/usr/bin/env bash
# raindropmd 0.1.1: of two bookmarks whose titles differ in signs, one is written over the other, and all are of
# today.
#
# Expected (Raindrop's export, and the package's page: each bookmark becomes a note whose name begins with its time):
# names begin with the time at which the bookmark was made; two bookmarks have two files.
# Seen: the name has the minute at which the program runs, and the title without its signs: "Rye: the loaf?" and "Rye,
# the loaf!" are one file, which holds the second, without a word; "C#" is "C".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check raindropmd==0.1.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import re
import tempfile
from pathlib import Path

from raindropmd import main

folder = Path(tempfile.mkdtemp())
export = folder / "export.csv"
export.write_text(
    "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
    "1,Rye: the loaf?,,,https://rye.example/1,,,2019-05-07T07:30:00.000Z,,,false\n"
    '2,"Rye, the loaf!",,,https://rye.example/2,,,2019-05-08T07:30:00.000Z,,,false\n'
    "3,C#,,,https://rye.example/3,,,2019-05-08T07:30:00.000Z,,,false\n"
)
bookmarks = main.parse_raindrop_csv(str(export))
names = {main.zettelkasten_filename(bookmark) for bookmark in bookmarks}
for name in sorted(names):
    print(re.sub(r"^\d+", "then" if name.startswith("2019") else "now", name))
main.console.quiet = True
main.write_bookmarks_to_dir(bookmarks, folder / "notes")
for path in sorted((folder / "notes").glob("*.md")):
    print(re.findall(r"https://\S+\d", path.read_text()))
PY
diff "$work/seen" - <<'SEEN'
now_C.md
now_Rye_the_loaf.md
['https://rye.example/3']
['https://rye.example/2']
SEEN
echo "as described"
