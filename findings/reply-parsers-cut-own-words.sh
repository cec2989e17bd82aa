#!/usr/bin/env bash
# email-reply-parser 0.5.12, mail-parser-reply 1.36: sentences that look like a quotation's head end a mail.
#
# Expected: what the sender wrote stays; a quotation has ">" before its lines or the headers of a message,
# and a signature "-- " above it (RFC 3676, 4.3).
# Seen: a paragraph "On the train I wrote:" ends the text for both, though nothing is quoted. A sentence
# "Sent from my window seat: hills." is a signature, also where text follows, and "From: the mill" with
# "To: the shop" below it are the headers of another message. The rest of the mail is not in the reply.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    email-reply-parser==0.5.12 mail-parser-reply==1.36
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from email_reply_parser import EmailReplyParser
from mailparser_reply import EmailReplyParser as Parser

for text in (
    "Hello.\n\nOn the train I wrote:\n\nNo more bread.",
    "Hello.\n\nSent from my window seat: hills.\n\nAnd a lake.",
    "Hello.\n\nFrom: the mill\nTo: the shop\nis two hours.",
):
    print(repr(text))
    print("  email-reply-parser", repr(EmailReplyParser.parse_reply(text)))
    print("  mail-parser-reply ", repr(Parser(languages=["en"]).read(text=text).replies[0].body))
PY
diff "$work/seen" - <<'SEEN'
'Hello.\n\nOn the train I wrote:\n\nNo more bread.'
  email-reply-parser 'Hello.'
  mail-parser-reply  'Hello.'
'Hello.\n\nSent from my window seat: hills.\n\nAnd a lake.'
  email-reply-parser 'Hello.'
  mail-parser-reply  'Hello.'
'Hello.\n\nFrom: the mill\nTo: the shop\nis two hours.'
  email-reply-parser 'Hello.'
  mail-parser-reply  'Hello.'
SEEN
echo "as described"
