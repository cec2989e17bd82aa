#!/usr/bin/env bash
# keep2roam 1.1: words of a Google Keep note lose their letters, trash is kept, and what is done is open again.
#
# Expected: a note has its words in any language; a note in the trash was thrown away; a box that is ticked stays so
# ("{{[[DONE]]}}" in Roam); the page is that of the day on which the note was written, which the file has, too.
# Seen: whatever is not ASCII is dropped from the text, so that a note in Russian or Japanese is empty, while titles
# and lists keep theirs; notes in the trash are written; boxes are plain items; links that a note holds are not there.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check keep2roam==1.1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import contextlib
import io
import json
import tempfile
from pathlib import Path

from keep2roam.convert import convert

NOTE = {"isTrashed": False, "isPinned": False, "isArchived": False, "color": "DEFAULT", "title": "Größe",
        "userEditedTimestampUsec": 1677744000000000, "createdTimestampUsec": 1577744000000000}
NOTES = [
    NOTE | {"textContent": "Grüße aus der Straße, 東京, Рожь",
            "annotations": [{"url": "https://mill.example/", "title": "Mill", "source": "WEBLINK", "description": ""}]},
    NOTE | {"textContent": "Throw this away", "isTrashed": True, "title": "Trash"},
    NOTE | {"listContent": [{"text": "Käse", "isChecked": True}, {"text": "Rye", "isChecked": False}], "title": "Buy"},
]
for note in NOTES:
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        Path(folder, "note.json").write_text(json.dumps(note), encoding="utf-8")
        convert(Path(folder), Path(folder))
        written = [(path.name, path.read_text(encoding="utf-8")) for path in Path(folder).glob("*.md")]
    print(written)
PY
diff "$work/seen" - <<'SEEN'
[('March 2nd, 2023.md', '- Größe\n    - Grue aus der Strae, ,\n')]
[('March 2nd, 2023.md', '- Trash\n    - Throw this away\n')]
[('March 2nd, 2023.md', '- Buy\n    - Käse\n    - Rye\n')]
SEEN
echo "as described"
