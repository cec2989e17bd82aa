#!/usr/bin/env bash
# mbox-to-sqlite 0.1a0: a message of two parts is "<email.message.Message object at …>", and umlauts stay encoded.
#
# Expected: an archive of a mailing list in a database has the words of its mails, so that a search over it finds them: text
# as it reads, also that of a mail which is sent as plain text and HTML.
# Seen: of a mail with parts the column "payload" holds what Python shows of its objects, and none of its words; quoted-
# printable and base64 stay as they were sent, in texts and in subjects.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mbox-to-sqlite==0.1a0 sqlite-utils==3.39
cat >make.py <<'PY'
import mailbox
from email.message import EmailMessage

box = mailbox.mbox("list.mbox")
for number, charset in enumerate(("us-ascii", "utf-8")):
    message = EmailMessage()
    message["From"] = "Ann <ann@rye.example>"
    message["Subject"] = "Größe" if number else "Size"
    message["Message-ID"] = f"<{number}@rye.example>"
    message.set_content("Größe.\n" if number else "Size.\n", cte="quoted-printable" if number else "7bit", charset=charset)
    box.add(message)
message = EmailMessage()
message["From"] = "Ann <ann@rye.example>"
message["Subject"] = "Both"
message["Message-ID"] = "<2@rye.example>"
message.set_content("Tall.\n")
message.add_alternative("<p>Tall.</p>\n", subtype="html")
box.add(message)
box.flush()
PY
python3 make.py
venv/bin/mbox-to-sqlite mbox list.db list.mbox >/dev/null
python3 - <<'PY' | tee "$work/seen"
import re
import sqlite3

for subject, payload in sqlite3.connect("list.db").execute('SELECT "Subject", "payload" FROM messages'):
    print(subject, re.sub("0x[0-9a-f]+", "0x…", repr(payload)))
PY
diff "$work/seen" - <<'SEEN'
Size 'Size.\n'
=?utf-8?q?Gr=C3=B6=C3=9Fe?= 'Gr=C3=B6=C3=9Fe.\n'
Both '["<email.message.Message object at 0x…>", "<email.message.Message object at 0x…>"]'
SEEN
echo "as described"
