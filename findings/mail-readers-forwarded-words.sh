#!/usr/bin/env bash
# mail-parser 4.8.0, imap-tools 1.16.0: what a mail forwards or a list adds becomes the words of its author, joined to
# the last one.
#
# Expected: the text of a mail is its text part; a message that is attached to it is another message, with an author
# of its own, and a mailing list's footer a part of its own.
# Seen: the text of imap-tools has all three without a space or a line between them: "AnnThe listI sold the mill.";
# mail-parser's list of texts has the attached message's as one of the mail's own, and its "body" joins them with a
# line of its own. Nothing says whose words they are.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mail-parser==4.8.0 imap-tools==1.16.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import mailparser
from imap_tools import MailMessage

MAIL = b"""From: Ann <ann@rye.example>
Subject: Fwd: mill
Date: Tue, 2 Jan 2024 10:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="B"

--B
Content-Type: text/plain; charset=utf-8

Bob wrote this. I did not.
-- 
Ann
--B
Content-Type: text/plain; charset=utf-8

The list
--B
Content-Type: message/rfc822

From: Bob <bob@rye.example>
Subject: mill

I sold the mill.
--B--
""".replace(b"\n", b"\r\n")
message = MailMessage.from_bytes(MAIL)
print("imap-tools:", message.from_, repr(message.text))
mail = mailparser.parse_from_bytes(MAIL)
print("mail-parser:", mail.from_[0][1], mail.text_plain)
PY
diff "$work/seen" - <<'SEEN'
imap-tools: ann@rye.example 'Bob wrote this. I did not.\r\n-- \r\nAnnThe listI sold the mill.'
mail-parser: ann@rye.example ['Bob wrote this. I did not.\r\n-- \r\nAnn', 'The list', 'I sold the mill.']
SEEN
echo "as described"
