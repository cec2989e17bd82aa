#!/usr/bin/env bash
# eml-parser 4.4.0: a file "README.md" in a mail is a host, and an address ends before its ")".
#
# Expected: the hosts of a mail are those of its addresses; "md" is the country Moldova, but no address is written;
# "(film)" is part of an address (RFC 3986, 3.3).
#
# Seen: names of files and libraries are in the list of domains; the address leads to another page.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check eml-parser==4.4.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import eml_parser

MAIL = b"""From: Ann <ann@mill.example>\r
Date: Tue, 2 Jan 2024 03:04:05 -0500\r
Subject: Rye\r
Content-Type: text/plain; charset=utf-8\r
\r
Read README.md and run sow.py or reap.sh.\r
See https://rye.example/mill_(film) for more.\r
"""
body = eml_parser.EmlParser(include_raw_body=True).decode_email_bytes(MAIL)["body"][0]
print(sorted(body["domain"]))
print(body["uri"])
PY
diff "$work/seen" - <<'SEEN'
['readme.md', 'reap.sh', 'rye.example', 'sow.py']
['https://rye.example/mill_(film']
SEEN
echo "as described"
