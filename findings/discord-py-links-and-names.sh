#!/usr/bin/env bash
# discord.py 2.7.1: remove_markdown() takes away the words of a link, "_" within names and "*" between numbers.
#
# Expected: the text of a message without its marks has all of its words: those of "[words](address)" too; Discord
# shows "_" within a word and "*" between spaces as signs, and a backslash before a sign not at all.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check discord.py==2.7.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import discord.utils

for message in (
    "Read [how Tom sold his mill](https://rye.example/mill) today",
    "set snake_case_name to 2 * 3 * 4",
    r"\*not bold\*, c:\new",
    "- one\n- two\n1. three\n-# small",
    "> quoted\n# Head",
):
    print(repr(discord.utils.remove_markdown(message)))
PY
diff "$work/seen" - <<'SEEN'
'Read  today'
'set snakecasename to 2  3  4'
'not bold, c:new'
' one\n two\n1. three\n# small'
'quoted\n Head'
SEEN
echo "as described"
