#!/usr/bin/env bash
# LogseqMarkdownParser 3.3: a list in a block of code is blocks of the page.
#
# Expected (Logseq): a fence belongs to the block that has it, whatever its lines look like.
# Seen: the fence's "- rye" begins a block, and its "- oats" another, which takes the end of the fence; the block that
# has the fence has no end of it, so each of three blocks is broken when it is shown alone.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check LogseqMarkdownParser==3.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import LogseqMarkdownParser

PAGE = "- Write:\n\t- ```yaml\n\t  grains:\n\t    - rye\n\t    - oats\n\t  ```\n- Done\n"
page = LogseqMarkdownParser.parse_text(PAGE)
print(len(page.blocks), "blocks")
for block in page.blocks:
    print("  ", repr(block.content))
PY
diff "$work/seen" - <<'SEEN'
5 blocks
   '- Write:'
   '\t- ```yaml\n\t  grains:'
   '\t    - rye'
   '\t    - oats\n\t  ```'
   '- Done'
SEEN
echo "as described"
