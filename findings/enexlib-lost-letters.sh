#!/usr/bin/env bash
# enexlib 0.1.3: as plain text, a note loses every "u" and the four letters after it; its lines are one in any case.
#
# Expected: "text_only" removes what is no letter, as its documentation says; the lines of a note, which Evernote
# writes as <div>, stay lines.
# Seen: "Our house grows much rye." is "Orows mye.", and a list may be gone; without the option the words are there,
# with lines and items in one line. "<b>", of which the note speaks, is taken for a tag and removed.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check enexlib==0.1.3 beautifulsoup4==4.15.0 lxml==6.1.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from enexlib import read_enex

NOTE = """<?xml version="1.0" encoding="UTF-8"?>
<en-export><note><title>Rye</title><content><![CDATA[<?xml version="1.0"?><en-note>
<div>Our house grows much rye.</div><div>Write &lt;b&gt; there.</div><ul><li>sow</li><li>reap</li></ul></en-note>
]]></content></note></en-export>"""
with open("rye.enex", "w") as file:
    file.write(NOTE)
for text_only in (False, True):
    print(f"text_only={text_only}", read_enex("rye.enex", text_only=text_only))
PY
diff "$work/seen" - <<'SEEN'
text_only=False [('Rye', 'Our house grows much rye. Write there. - sow - reap')]
text_only=True [('Rye', 'Orows mye. Write there.')]
SEEN
echo "as described"
