#!/usr/bin/env bash
# lite-email-parser 2.2.5: a subject stays encoded, and the words of a plain mail become tags of a page.
#
# Expected (RFC 2047, and the package's page: it parses a mail's subject, senders and last message): the subject and
# names are decoded; a text/plain body given as HTML has its "<" as "&lt;" and its lines apart.
# Seen: the subject and the name are "=?utf-8?q?..." as sent; "<b>" of the plain text is an element that turns the rest
# bold, and is closed at the end; lines run together for a browser; the text after a picture is lost.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check lite-email-parser==2.2.5
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from lite_email_parser import parse_email

MAIL = b"""\
From: =?utf-8?q?Ann_M=C3=BCller?= <ann@rye.example>
To: bob@rye.example
Subject: =?utf-8?q?Caf=C3=A9_of_rye?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=A

--A
Content-Type: text/plain; charset=utf-8

Dear Bob, the <b> tag
makes it bold.

Ann
--A
Content-Type: image/png; name=mill.png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--A
Content-Type: text/plain; charset=utf-8

That was the mill.
--A--
"""
mail = parse_email(MAIL)
for key in ("subject", "from", "last_message"):
    print(f"{key}: {mail[key]!r}")
PY
diff "$work/seen" - <<'SEEN'
subject: '=?utf-8?q?Caf=C3=A9_of_rye?='
from: '=?utf-8?q?Ann_M=C3=BCller?= <ann@rye.example>'
last_message: '<html><head></head><body>Dear Bob, the <b> tag\nmakes it bold.\n\nAnn</b></body></html>'
SEEN
echo "as described"
