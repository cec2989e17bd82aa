#!/usr/bin/env bash
# markdown-it-py 4.3.0: a ">" that is indented too far to be a marker vanishes from a quotation.
#
# Expected (CommonMark 0.31.2, 5.1: a block quote marker has up to three spaces before it): in
# "> a" followed by "    > one", the second line is a lazy continuation of the paragraph, and its
# ">" is text. So cmark and GitHub's fork of it have it: "a", "> one".
# Seen: markdown-it-py takes the ">" for another marker and shows "a", "one". It does so within list
# items and in quotations that hold lists too. A preview by it hides a character that GitHub shows.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    markdown-it-py==4.3.0 cmarkgfm==2025.10.22
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import re

import cmarkgfm
from markdown_it import MarkdownIt

TEXTS = ("> a\n    > one\n", "> - a\n    > one\n", "- a\n  > b\n      > c\n")


def words(html: str) -> list[str]:
    return re.sub(r"<[^>]*>|\s+", " ", html.replace("&gt;", ">")).split()


for text in TEXTS:
    print(repr(text))
    print("  markdown-it-py", words(MarkdownIt("commonmark").render(text)))
    print("  cmark-gfm     ", words(cmarkgfm.markdown_to_html(text)))
PY
diff "$work/seen" - <<'SEEN'
'> a\n    > one\n'
  markdown-it-py ['a', 'one']
  cmark-gfm      ['a', '>', 'one']
'> - a\n    > one\n'
  markdown-it-py ['a', 'one']
  cmark-gfm      ['a', '>', 'one']
'- a\n  > b\n      > c\n'
  markdown-it-py ['a', 'b', 'c']
  cmark-gfm      ['a', 'b', '>', 'c']
SEEN
echo "as described"
