#!/usr/bin/env bash
# pymdown-fancylists 0.4.0: a paragraph that begins with an initial is an item of a list, and so are paragraphs after
# it.
#
# Expected (pandoc, whose "fancy_lists" these are): a capital letter with a full stop is an item only if two spaces
# follow, since "B. Russell wrote" begins a sentence; two lists of different kinds of numbers, "a." and "i.", are two
# lists.
# Seen: "B. Russell" is an item without its initial in the text; the items of both lists are in one, with the numbers
# 1 to 4.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Markdown==3.11.3 pymdown-fancylists==0.4.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import markdown
from fancylists.fancylists import FancylistsExtension

for text in (
    "B. Russell wrote of rye.\n\nC. Darwin did not.",
    "a. rye\nb. oats\n\ni. sow\nii. reap",
    "V. Woolf wrote it.",
):
    print(repr(text))
    print("  ", markdown.markdown(text, extensions=[FancylistsExtension()]).replace("\n", ""))
PY
diff "$work/seen" - <<'SEEN'
'B. Russell wrote of rye.\n\nC. Darwin did not.'
   <ol start="2" type="I"><li><p>Russell wrote of rye.</p></li><li><p>Darwin did not.</p></li></ol>
'a. rye\nb. oats\n\ni. sow\nii. reap'
   <ol type="i"><li>rye</li><li><p>oats</p></li><li><p>sow</p></li><li>reap</li></ol>
'V. Woolf wrote it.'
   <ol start="5" type="I"><li>Woolf wrote it.</li></ol>
SEEN
echo "as described"
