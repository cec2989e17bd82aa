#!/usr/bin/env bash
# mdit-py-plugins 0.7.0: a word with an apostrophe, a hyphen or a comma within it is no word for its counter.
#
# Expected: "don't go" and "rye-bread rises" have two words, "10,000 posts" too; the reading time that is made of them
# is that of the text.
# Seen: such words are left out, and so is code: "rye-bread" has none, "don't go" one. MyST's count of words and its
# reading time are this plugin's.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mdit-py-plugins==0.7.0 markdown-it-py==4.3.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from markdown_it import MarkdownIt
from mdit_py_plugins.wordcount import wordcount_plugin

for text in (
    "Rye grows. It is tall.",
    "don't go",
    "rye-bread",
    "10,000 posts",
    "Sow, water, weed, reap, thresh, grind: that's it, and a year's gone.",
    "one `two` three",
):
    seen = {}
    MarkdownIt().use(wordcount_plugin).render(text, seen)
    print(seen["wordcount"]["words"], "words:", text)
PY
diff "$work/seen" - <<'SEEN'
5 words: Rye grows. It is tall.
1 words: don't go
0 words: rye-bread
1 words: 10,000 posts
10 words: Sow, water, weed, reap, thresh, grind: that's it, and a year's gone.
2 words: one `two` three
SEEN
echo "as described"
