#!/usr/bin/env bash
# markdown-obsidian-callouts 0.1.1: words that stand above a callout in one quotation are gone.
#
# Expected (Obsidian's help): a callout is a quotation whose first line is "[!type]"; one that has it in a later line
# is a plain quotation; within a callout, code and lists are what they are elsewhere.
# Seen: the words before "[!note]" are lost, where obsidian-callouts 1.0.1 keeps them; the items of a list are words
# with broken lines. In both, a fence in a callout is no fence, though fenced_code is on: the "> [!tip]" that it shows
# is a callout.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  Markdown==3.11.3 markdown-obsidian-callouts==0.1.1 obsidian-callouts==1.0.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import re

import markdown

WORDS = "> Sow rye.\n> [!note] Late\n> In October."
FENCE = "> [!note] Code\n> ```\n> > [!tip] quoted\n> ```"
ITEMS = "> [!note] Items\n> 1. rye\n> 2. oats"
for name in ("obsidian-callouts", "obsidian_callouts"):
    print(name)
    for text in (WORDS, FENCE, ITEMS):
        html = markdown.markdown(text, extensions=["fenced_code", name]).replace("\n", "")
        html = re.sub(r'<div class="callout-(icon|content|title)"[^>]*>| dir="auto"| data-callout="[a-z]+"', "", html)
        html = html.replace("callout-title-inner", "title").replace("admonition-title", "title")
        print("  ", html.replace("</div>", "").replace('class="admonition', 'class="'))
PY
diff "$work/seen" - <<'SEEN'
obsidian-callouts
   <blockquote></blockquote><div class="callout"><div class="title">Late<p>In October.</p>
   <div class="callout"><div class="title">Code<p>```</p><div class="callout"><div class="title">quoted<p>```</p>
   <div class="callout"><div class="title">Items<p>1. rye<br/>   2. oats</p>
obsidian_callouts
   <blockquote><p>Sow rye.</p></blockquote><div class=" note"><p class="title">Late</p><p>In October.</p>
   <div class=" note"><p class="title">Code</p><p>```</p><div class=" tip"><p class="title">quoted</p><p>```</p>
   <div class=" note"><p class="title">Items</p><ol><li>rye</li><li>oats</li></ol>
SEEN
echo "as described"
