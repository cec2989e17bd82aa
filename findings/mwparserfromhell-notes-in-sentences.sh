#!/usr/bin/env bash
# mwparserfromhell 0.7.2: plain text has the notes in its sentences, words joined at breaks, and options of pictures.
#
# Expected: strip_code() gives "a rendered string without unprintable code such as templates", as its documentation
# says: a note is rendered at the end of the page, "thumb" nowhere, and <br> parts two words.
# Seen: the words of a <ref> follow the full stop of their sentence without a space; "one<br>two" is "onetwo"; of a
# picture, "thumb|" and its caption remain; a quotation in a template is gone with its words.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mwparserfromhell==0.7.2
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import mwparserfromhell

for page in (
    "Rye keeps.<ref>Baker, p. 7</ref> It is dark.",
    "one<br>two",
    "[[File:Loaf.jpg|thumb|left|A loaf]] Rye is a grain.",
    "Ann said {{lang|de|Roggen}} and {{quote|It keeps.|Ann}}",
):
    print(repr(mwparserfromhell.parse(page).strip_code()))
PY
diff "$work/seen" - <<'SEEN'
'Rye keeps.Baker, p. 7 It is dark.'
'onetwo'
'thumb|left|A loaf Rye is a grain.'
'Ann said  and '
SEEN
echo "as described"
