#!/usr/bin/env bash
# eml-to-md 0.1.0, mbox-md 0.1.1: words after a picture are not in the Markdown, and a plain mail's "# 1" is a
# heading.
#
# Expected (RFC 2046, 5.1.3): all texts of a "multipart/mixed" are the mail: Apple's Mail sends a text with a picture
# in it as a text, the picture, and a text. What a plain text says is escaped in Markdown: "# 1" is no heading, "<b>"
# no tag.
# Seen: the words below the picture are lost without a word about it; mbox-md writes that a message was converted, and
# lists no attachment either.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check eml-to-md==0.1.0 mbox-md==0.1.1
cd "$work"
cat >mail.eml <<'MAIL'
From: Ann <ann@rye.example>
Subject: Mills
Date: Tue, 02 Jan 2024 10:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain; charset=utf-8

# 1 is the mill of Tom, made with <b> and *stars*:
--x
Content-Type: image/png; name="mill.png"
Content-Disposition: inline; filename="mill.png"
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--x
Content-Type: text/plain; charset=utf-8

It is for sale since May.
--x--
MAIL
{
  echo 'From ann@rye.example Tue Jan  2 10:00:00 2024'
  cat mail.eml
  echo
} >list.mbox
"$work/venv/bin/mbox-md" --quiet list.mbox out
{
  echo eml-to-md
  "$work/venv/bin/eml2md" --stdout mail.eml | sed '1,/^---/d'
  echo mbox-md
  sed '1,/^---$/d' out/*/*/*.md
} | grep -v '^$' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
eml-to-md
# 1 is the mill of Tom, made with <b> and *stars*:
mbox-md
# Mills
# 1 is the mill of Tom, made with <b> and *stars*:
SEEN
echo "as described"
