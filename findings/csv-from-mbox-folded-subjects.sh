#!/usr/bin/env bash
# csv-from-mbox 0.5.1: a subject that goes on in the next line has a line break, and words that are half bold are two.
#
# Expected (RFC 5322, 2.2.3): a long header is folded, and unfolded again by taking the line break out. A body of HTML
# has the words that a reader of the mail sees, with its paragraphs and items apart.
# Seen: the line break of a folded subject is in the table. In a body of HTML a space stands for each tag, so that
# "<b>R</b>ye," is "R ye ,", and items run on in one line.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check csv-from-mbox==0.5.1
cat >mail.mbox <<'MBOX'
From ann@rye.example Tue Jan  2 03:04:05 2024
From: Ann <ann@rye.example>
To: bo@rye.example
Subject: The mill is open again, and what
 it grinds this year
Date: Tue, 02 Jan 2024 03:04:05 +0000
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<p><b>R</b>ye<i>!</i></p><ul><li>Sow</li><li>Mill</li></ul><pre>a = 1
b = 2</pre>

MBOX
venv/bin/csv-from-mbox mail.mbox -o mail.csv >/dev/null 2>&1
cat >show.py <<'PY'
import csv

with open("mail.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        print(repr(row["subject"]))
        print(repr(row["body"]))
PY
venv/bin/python show.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
'The mill is open again, and what\n it grinds this year'
'R ye !    Sow  Mill   a = 1\nb = 2'
SEEN
echo "as described"
