#!/usr/bin/env bash
# mdx-truly-sane-lists 1.3 with Markdown 3.10: after an item of two paragraphs the next items are a line of text.
#
# Expected: with its default "nested_indent" of 2, a paragraph that is indented by two spaces belongs to the item before
# it, and the next "- " begins the next item, as in CommonMark (5.2).
# Seen: the paragraph does not end there: "b - c - d" is one, with the hyphens in it. Numbered items go the same way.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Markdown==3.10 mdx-truly-sane-lists==1.3
cat >try.py <<'PY'
import markdown

for text in ("- a\n- c\n- d", "- a\n\n  b\n- c\n- d", "1. a\n\n   b\n2. c\n3. d"):
    print(markdown.markdown(text, extensions=["mdx_truly_sane_lists"]).replace("\n", " "))
PY
venv/bin/python try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<ul> <li>a</li> <li>c</li> <li>d</li> </ul>
<ul> <li> <p>a</p> <p>b - c - d</p> </li> </ul>
<ol> <li> <p>a</p> <p>b 2. c 3. d</p> </li> </ol>
SEEN
echo "as described"
