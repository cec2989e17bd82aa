#!/usr/bin/env bash
# MkDocs 1.6.1, mkdocs-material 9.7.7: the search has programs, style sheets and hidden words, or joins lines of cells.
#
# Expected: a search finds the words that a page shows, as words: a line break in a cell, for which Markdown has
# only <br>, parts them, and <sub> does not.
# Seen: MkDocs's own index has what is in <script> and <style>, in <template> and in hidden elements, so that results
# show code; "H2O" is "H 2 O", which no one finds. Material's index leaves out scripts, but not what is hidden, and of
# "1 Mill Lane<br>Ryetown" it has "LaneRyetown": neither word is found.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-material==9.7.7
mkdir docs
cat >docs/index.md <<'MD'
# Mills

| Mill | Address |
|------|---------|
| Ann  | 1 Mill Lane<br>Ryetown |

Water is H<sub>2</sub>O.

<p hidden>Not before May.</p>
<template>Template words.</template>
<script>const visits = 1;</script>
<style>.mill { color: red; }</style>
MD
cat >"$work/try.py" <<'PY'
import json
import re
from pathlib import Path

index = json.loads(Path("site/search/search_index.json").read_text(encoding="utf-8"))
words = {word for page in index["docs"] for word in re.findall(r"\w+", re.sub(r"<[^>]+>", "", page["text"]))}
print(" ", *sorted(words))
PY
for theme in mkdocs material; do
  printf 'site_name: Digest\ntheme: %s\n' $theme >mkdocs.yml
  "$work/venv/bin/mkdocs" build --quiet >log 2>&1
  echo "$theme:"
  "$work/venv/bin/python" "$work/try.py"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
mkdocs:
  1 2 Address Ann H Lane May Mill Mills Not O Ryetown Template Water before color const is mill red visits words
material:
  1 Address Ann H2O LaneRyetown May Mill Not Template Water before is words
SEEN
echo "as described"
