#!/usr/bin/env bash
# eml-to-html 0.0.2: of a mail in parts the page is empty, and of a plain mail it is the bare text.
#
# Expected: a page with the mail's HTML part, or else its text, "<" and "&" escaped and its lines apart, as the
# command says "Written"; who wrote it, when and on what is part of a mail.
# Seen: a mail with a text and a picture gives a file of no bytes, under the same green message; a plain mail's text is
# the file as it stands, so that a browser shows one line without "<rye>". No header is in either.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check eml-to-html==0.0.2
printf 'From: ann@rye.example\nSubject: Rye\nContent-Type: text/plain\n\nOne line\nof <rye> & oats.\n' >plain.eml
cat >parts.eml <<'EML'
From: ann@rye.example
Subject: Rye
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=A

--A
Content-Type: text/plain; charset=utf-8

See the mill.
--A
Content-Type: image/png; name=mill.png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--A--
EML
venv/bin/eml-to-html plain.eml parts.eml | sed 's/^[^W]*//' >log
{
  cat log
  wc -c <parts.html
  cat plain.html
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Written `plain.html`
Written `parts.html`
0
One line
of <rye> & oats.
SEEN
echo "as described"
