#!/usr/bin/env bash
# python-markdown-comments 1.1.0: code that shows a comment is empty.
#
# Expected: "<!--- words --->" is a comment where text is; between backquotes, in a fence or an indented block it is
# what a writer shows.
# Seen: it is taken out before anything else is read: two backquotes are left, which are no code, and a block of
# nothing.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Markdown==3.11.3 python-markdown-comments==1.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import markdown
from python_markdown_comments import CommentsExtension

for text in (
    "Rye <!--- a comment ---> and oats.",
    "Write `<!--- words --->` for a comment.",
    "```\n<!--- words --->\n```",
    "Write:\n\n    <!--- words --->",
):
    print(repr(text))
    print("  ", repr(markdown.markdown(text, extensions=["fenced_code", CommentsExtension()])))
PY
diff "$work/seen" - <<'SEEN'
'Rye <!--- a comment ---> and oats.'
   '<p>Rye and oats.</p>'
'Write `<!--- words --->` for a comment.'
   '<p>Write `` for a comment.</p>'
'```\n<!--- words --->\n```'
   '<pre><code>\n</code></pre>'
'Write:\n\n    <!--- words --->'
   '<p>Write:</p>'
SEEN
echo "as described"
