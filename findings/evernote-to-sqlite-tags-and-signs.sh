#!/usr/bin/env bash
# evernote-to-sqlite 0.3.2: the tags of notes are lost, and "&lt;b&gt;" is a tag afterwards.
#
# Expected: of a note of an export (ENEX), its tags are what it is sorted by; its content, XML by Evernote's own DTD, stays
# XML: what was escaped stays so, and the names of HTML's entities, which the DTD has, become characters.
# Seen: to be rid of "&nbsp;", all entities are decoded, also "&lt;" and "&amp;": a note that speaks of "<b>" has an element
# that never ends, and XML parsers refuse it. Tags are read, but written nowhere.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check evernote-to-sqlite==0.3.2 sqlite-utils==3.39
cat >notes.enex <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">
<en-export export-date="20240105T120000Z" application="Evernote" version="10">
  <note>
    <title>Rye &amp; oats</title>
    <created>20240102T223000Z</created>
    <tag>bread</tag>
    <tag>mill</tag>
    <content><![CDATA[<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd">
<en-note><div>Write &lt;b&gt; for&nbsp;bold, &amp;amp; for &amp;.</div></en-note>]]></content>
    <resource><data encoding="base64">UnllLg==</data><mime>text/plain</mime></resource>
  </note>
</en-export>
XML
venv/bin/evernote-to-sqlite enex notes.db notes.enex  >/dev/null
python3 - <<'PY' | tee "$work/seen"
import sqlite3
from xml.etree import ElementTree

database = sqlite3.connect("notes.db")
(content,) = database.execute("SELECT content FROM notes").fetchone()
print(repr(content))
try:
    ElementTree.fromstring(content)
except ElementTree.ParseError as error:
    print("as XML:", error.msg.split(":")[0])
tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'") if "fts" not in name]
everything = [row for table in tables for row in database.execute(f"SELECT * FROM [{table}]")]
print("tables", *tables)
print("the tag “mill” is", "kept" if "mill" in str(everything) else "nowhere")
PY
diff "$work/seen" - <<'SEEN'
'<en-note><div>Write <b> for\xa0bold, &amp; for &.</div></en-note>'
as XML: not well-formed (invalid token)
tables notes resources resources_data note_resources
the tag “mill” is nowhere
SEEN
echo "as described"
