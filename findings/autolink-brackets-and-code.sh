#!/usr/bin/env bash
# autolink 0.1.2: a bracket before an address is part of the address.
#
# Expected: "(https://rye.org)" links "https://rye.org"; the last letters of a mail address are part of it, whatever
# the domain; names of files and the end of a sentence without a space are words.
# Seen: the link begins with the bracket and leads to "http://(https://rye.org"; of a mail address at a top-level
# domain of more than six letters, the rest is outside the link, which leads to another domain; "setup.py" and
# "end.It" are hosts.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check autolink==0.1.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from autolink import linkify

for text in (
    "Read (https://rye.org) first.",
    "Read https://rye.org/a_(b) first.",
    "Write to me@rye.photography.",
    "Run setup.py at the end.It works.",
):
    print(linkify(text))
PY
diff "$work/seen" - <<'SEEN'
Read <a href="http://(https://rye.org">(https://rye.org</a>) first.
Read <a href="https://rye.org/a_(b)">https://rye.org/a_(b)</a> first.
Write to <a href="mailto:me@rye.photog">me@rye.photog</a>raphy.
Run <a href="http://setup.py">setup.py</a> at the <a href="http://end.It">end.It</a> works.
SEEN
echo "as described"
