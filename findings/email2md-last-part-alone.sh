#!/usr/bin/env bash
# email2md 0.1.3: of a mail with several texts the last alone is left, so that a forwarded mail's words are its
# sender's, and names stay encoded.
#
# Expected (RFC 2046, 5.1.3 and 5.2.1; RFC 2047): the parts of a "multipart/mixed" belong to the mail, in their order:
# a picture between two paragraphs, as Apple's Mail sends it, leaves two texts; an attached message has an author of
# its own; a subject is shown decoded.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check email2md==0.1.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import email2md

HEAD = "From: =?utf-8?q?Ann_M=C3=BCller?= <ann@rye.example>\nSubject: =?utf-8?q?M=C3=BChle?=\nMIME-Version: 1.0\n"
PARTS = 'Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n{}\n--x\n{}\n--x--\n'
TEXT = "Content-Type: text/plain\n\nMilled in August."
FORWARDED = "Content-Type: message/rfc822\n\nFrom: Tom <tom@rye.example>\nSubject: Sold\n\nI sold the mill."
for first, second in (("Sown in May.", TEXT), ("See what Tom says.", FORWARDED)):
    print(email2md.to_markdown((HEAD + PARTS.format(first, second)).encode()))
PY
diff "$work/seen" - <<'SEEN'
**From:** =?utf-8?q?Ann\_M=C3=BCller?= <ann@rye.example>  
**Subject:** =?utf-8?q?M=C3=BChle?=

---

```
Milled in August.
```
**From:** =?utf-8?q?Ann\_M=C3=BCller?= <ann@rye.example>  
**Subject:** =?utf-8?q?M=C3=BChle?=

---

```
I sold the mill.
```
SEEN
echo "as described"
