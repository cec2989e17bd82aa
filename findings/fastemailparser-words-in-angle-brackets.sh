#!/usr/bin/env bash
# fastemailparser 0.2.2: of a plain mail the addresses and words in angle brackets vanish, and "From: the mill" begins
# another.
#
# Expected: a mail of type text/plain has no tags, so "<ann@mill.example>" and "<b>" are its words; a quoted message
# begins with a head of several lines, as the package's own example has it.
# Seen: plain_text=True removes them: "write to  soon". One line that begins with "From:" or "De:" ends the mail, and
# what follows is the next; of HTML a "<" is left behind the words before it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fastemailparser==0.2.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from emailparser import Email

HEAD = """From: Ben <ben@mill.example>
To: Ann <ann@mill.example>
Subject: rye
Date: Mon, 2 Jun 2025 10:00:00 +0200
Content-Type: text/plain; charset=utf-8

"""
for text in (
    HEAD + "Write to <ann@mill.example> soon, and put it in <b>.\n",
    HEAD + "Yes.\n\nFrom: the mill we took the train.\nIt was late.\n",
    HEAD + "Il faut:\n\nDe: la farine, du sel.\n",
    "<html><body><p>Yes.</p><p>From: the mill we took the train.</p></body></html>",
):
    print(list(Email(text.encode(), plain_text=True)))
PY
diff "$work/seen" - <<'SEEN'
['\nWrite to  soon, and put it in .\n']
['\nYes.', '\nFrom: the mill we took the train.\nIt was late.\n']
['\nIl faut:', '\nDe: la farine, du sel.\n']
['\nYes.<', '\nFrom: the mill we took the train.']
SEEN
echo "as described"
