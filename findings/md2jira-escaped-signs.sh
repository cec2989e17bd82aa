#!/usr/bin/env bash
# md2jira 1.0.1: "&lt;b&gt;" is "&amp;lt;b&amp;gt;" in Jira, an escaped star is bold, and a line break a space.
#
# Expected: Jira's markup is no HTML, so that "5 < 6" stays; what Markdown escapes is escaped by a backslash in Jira;
# a hard break is "\\"; the paragraphs of an item are parts of it.
#
# Seen: signs are escaped for HTML once, references twice; "\*x\*" and "\_y\_" become marks; the second paragraph of
# an item ends the list, which counts from 1 again.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md2jira==1.0.1 mistletoe==0.8.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import mistletoe
from md2jira.jira_renderer import JIRARenderer

for text in (
    "5 < 6 & 7", "&lt;b&gt;", r"\*x\* and \_y\_", "Sow.  \nReap.", "1. Sow.\n\n   In May.\n2. Reap.", "2 * 3 and {x} or [y]",
):
    print(repr(text), "->", repr(mistletoe.markdown(text, JIRARenderer)))
PY
diff "$work/seen" - <<'SEEN'
'5 < 6 & 7' -> '5 &lt; 6 &amp; 7\n'
'&lt;b&gt;' -> '&amp;lt;b&amp;gt;\n'
'\\*x\\* and \\_y\\_' -> '*x* and _y_\n'
'Sow.  \nReap.' -> 'Sow. Reap.\n'
'1. Sow.\n\n   In May.\n2. Reap.' -> '# Sow.\nIn May.\n# Reap.\n\n'
'2 * 3 and {x} or [y]' -> '2 * 3 and {x} or [y]\n'
SEEN
echo "as described"
