#!/usr/bin/env bash
# summa 1.2.0: a text whose lines are wrapped is summarised by halves of sentences.
#
# Expected: a line end within a paragraph is a space, as in mails, Markdown and plain text, so that the summary of a
# text is the same at any width.
# Seen: each line end ends a sentence: the summary has "the valley sow rye in the autumn." and "The mill grinds rye
# and wheat into" as sentences, and it changes with the width to which the text is wrapped. A text of one sentence has
# an empty summary.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check summa==1.2.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import textwrap

from summa import summarizer

text = (
    "Rye is a tall grain that grows in poor soil. The farmers of the valley sow rye in the autumn. "
    "In the autumn the farmers also repair the old mill. The mill grinds rye and wheat into flour for bread. "
    "Bread of rye keeps for weeks. The farmers grind three tons of rye a day at the mill."
)
for width in (1000, 60, 40):
    print("width", width, summarizer.summarize(textwrap.fill(text, width), ratio=0.3).split("\n"))
print("one sentence", repr(summarizer.summarize("Rye is a tall grain.")))
PY
diff "$work/seen" - <<'SEEN'
width 1000 ['The farmers of the valley sow rye in the autumn.']
width 60 ['the valley sow rye in the autumn.', 'The mill grinds rye and wheat into', 'Bread of rye keeps for weeks.']
width 40 ['In the autumn the farmers', 'Bread of rye keeps for weeks.', 'farmers grind three tons of rye a day at']
one sentence ''
SEEN
echo "as described"
