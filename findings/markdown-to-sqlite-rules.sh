#!/usr/bin/env bash
# markdown-to-sqlite 1.0: what stands between two rules in a text becomes a column, and leaves the text.
#
# Expected: front matter is at the start of a file; "---" further down is a rule, or makes a heading of the line
# above it (CommonMark 4.1 and 4.3), and within a fence it is code.
# Seen: any line "---" begins or ends front matter: of a text with two rules, the words between them are read as YAML, and
# no longer in the text nor in the HTML; a line with a colon adds a column. Below front matter, a rule vanishes, so that
# a heading becomes a paragraph. The text of a key named "text" takes the place of the post's.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  markdown-to-sqlite==1.0 yamldown==0.1.8 sqlite-utils==3.39 Markdown==3.10
printf 'Rye is tall.\n\n---\n\nOats: they are short.\n\n---\n\nBoth are grain.\n' >rules.md
printf -- '---\ntitle: Rye\n---\nSowing\n---\nIn October.\n' >heading.md
printf -- '---\ntitle: Rye\ntext: A note.\n---\nRye is tall.\n' >key.md
for name in rules heading key; do
  venv/bin/markdown-to-sqlite $name.db posts $name.md
  echo "$name: $(python3 -c '
import sqlite3, sys
posts = sqlite3.connect(sys.argv[1])
posts.row_factory = sqlite3.Row
row = dict(posts.execute("SELECT * FROM posts").fetchone())
print({key: value for key, value in row.items() if key[0] != "_"})' $name.db)"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
rules: {'text': 'Rye is tall.\n\n\nBoth are grain.', 'html': '<p>Rye is tall.</p>\n<p>Both are grain.</p>', 'Oats': 'they are short.'}
heading: {'text': 'Sowing\nIn October.', 'html': '<p>Sowing\nIn October.</p>', 'title': 'Rye'}
key: {'text': 'A note.', 'html': '<p>Rye is tall.</p>', 'title': 'Rye'}
SEEN
echo "as described"
