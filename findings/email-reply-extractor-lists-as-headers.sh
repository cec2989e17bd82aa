#!/usr/bin/env bash
# email-reply-extractor 1.1.1: a letter that begins with "From: Berlin" has no text, and a quoted poem is not its
# writer's.
#
# Expected: what a person writes stays; the head of a quoted message has addresses and a date, and a sentence that
# only begins with "On Monday" is part of the story. Text of an HTML mail keeps its cells and lines apart.
# Seen: three lines of a travel plan are headers, and the whole letter is empty; the sentence "On Monday, when the
# mill closed, Ann wrote:" is gone, the words below it stay; indented verses behind ">" are gone too. html_to_text()
# joins cells, and the lines of <pre>.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check email-reply-extractor==1.1.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from email_reply_extractor import extract_new_text, html_to_text

for text in (
    "From: Berlin\nTo: Rome\nSubject: travel\n\nI take the train.",
    "It was late.\n\nOn Monday, when the mill closed, Ann wrote:\n\nNo flour today.",
    "A poem:\n\n  > a path in the snow\n  > a bird\n\nThe end.",
):
    print(repr(text))
    print("   ", repr(extract_new_text(text).text))
for html in ("<table><tr><td>rye</td><td>3</td></tr></table>", "<pre>sow\n  reap</pre>"):
    print(repr(html))
    print("   ", repr(html_to_text(html)))
PY
diff "$work/seen" - <<'SEEN'
'From: Berlin\nTo: Rome\nSubject: travel\n\nI take the train.'
    ''
'It was late.\n\nOn Monday, when the mill closed, Ann wrote:\n\nNo flour today.'
    'It was late.\n\n\nNo flour today.'
'A poem:\n\n  > a path in the snow\n  > a bird\n\nThe end.'
    'A poem:\n\n\nThe end.'
'<table><tr><td>rye</td><td>3</td></tr></table>'
    'rye3'
'<pre>sow\n  reap</pre>'
    'sow reap'
SEEN
echo "as described"
