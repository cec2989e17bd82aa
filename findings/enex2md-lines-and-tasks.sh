#!/usr/bin/env bash
# enex2md 0.4.2: the lines of an Evernote note become one, and an open task is no task.
#
# Expected: in ENML each line of a note is a <div>, and <en-todo/> an empty box, as <en-todo checked="true"/> is a full
# one: lines are parted in Markdown, too, and both tasks have a box.
# Seen: the lines stand below each other without a blank line or a break, so that Markdown joins them; only the done
# task has its box, "[x]", the open one is plain text. An inner list is on the level of the outer one.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check enex2md==0.4.2 markdown-it-py==4.3.0
cat >"$work/notes.enex" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">
<en-export export-date="20240102T100000Z" application="Evernote" version="10">
<note><title>Rye</title><created>20240102T083000Z</created><updated>20240102T083000Z</updated><content><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd">
<en-note><div>The mill</div><div>by the river</div><div><br/></div><div><en-todo checked="true"/>Sow</div><div><en-todo/>Reap</div><ul><li><div>rye</div><ul><li><div>dark</div></li></ul></li></ul></en-note>]]></content></note>
</en-export>
XML
"$work/venv/bin/enex2md" notes.enex 2>/dev/null | sed -n '/^## Note Content/,/^--- End/p' | sed '1d;$d' >"$work/note.md"
{
  cat "$work/note.md"
  "$work/venv/bin/python" -c 'import markdown_it; print(markdown_it.MarkdownIt().render(open("note.md").read()).strip())'
} | grep -v '^$' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
The mill
by the river
[x] Sow
Reap
  * rye
* dark
<p>The mill
by the river</p>
<p>[x] Sow
Reap</p>
<ul>
<li>
<p>rye</p>
</li>
<li>
<p>dark</p>
</li>
</ul>
SEEN
echo "as described"
