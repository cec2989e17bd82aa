#!/usr/bin/env bash
# telegram-export-md 0.4.1: neither of the two shapes that Telegram Desktop writes can be read.
#
# Expected: "Export chat history", which the package's README names, writes one chat: its name, type and messages;
# "Export Telegram data" writes all, with the chats in a list below "chats". Both are result.json.
# Seen: of the first it says that no chats matched; the second ends with an AttributeError, as "chats" is an object
# with "about" and "list"; a list of chats, which neither has, is read.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check telegram-export-md==0.4.1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import contextlib
import io
import json
import tempfile
from pathlib import Path

from tg_export_md.cli import main

TEXT = [{"type": "plain", "text": "It keeps."}]
MESSAGE = {"id": 1, "type": "message", "date": "2023-03-02T08:00:00", "date_unixtime": "1677744000", "from": "Ann",
           "from_id": "user1", "text": "It keeps.", "text_entities": TEXT}
CHAT = {"name": "Rye", "type": "public_channel", "id": 1, "messages": [MESSAGE]}
for name, export in {
    "one chat": CHAT,
    "all data": {"about": "", "chats": {"about": "", "list": [CHAT]}},
    "a list": {"chats": [CHAT]},
}.items():
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "result.json").write_text(json.dumps(export), encoding="utf-8")
        said = io.StringIO()
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
            try:
                code = main([folder, "-o", f"{folder}/out", "--quiet"])
            except AttributeError as error:
                code = repr(error)
        print(f"{name}:", code, said.getvalue().strip(), len(list(Path(folder, "out").glob("**/*.md"))), "files")
PY
diff "$work/seen" - <<'SEEN'
one chat: 1 error: no chats matched 0 files
all data: AttributeError("'str' object has no attribute 'get'")  0 files
a list: 0  2 files
SEEN
echo "as described"
