#!/usr/bin/env bash
# spaCy 3.8.18: an opening quotation mark or bracket is the end of the sentence before, and "3." a sentence of its
# own.
#
# Expected: a mark that opens stands with the words that it opens, as nltk's and syntok's sentences have it; a post
# that is cut after a sentence does not end with an opening mark.
# Seen: the rule-based "sentencizer" ends a sentence after its full stop and all marks that follow, with the space
# between; that a straight mark closes or opens, and that "(" never closes, does not matter to it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check spacy==3.8.18
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import spacy

nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
for text in (
    'Sow rye. "Mill it," she said. (He did.) Bake it.',
    "Sow rye. [Ann] ¿Y el pan? - Yes.",
    "It was good. 3. May was warm.",
    "At 5 p.m. Tom left. It rained.",
    "A heading\n\nA paragraph. Another.",
):
    print([sentence.text for sentence in nlp(text).sents])
PY
diff "$work/seen" - <<'SEEN'
['Sow rye. "', 'Mill it," she said. (', 'He did.)', 'Bake it.']
['Sow rye. [', 'Ann] ¿Y el pan? -', 'Yes.']
['It was good.', '3.', 'May was warm.']
['At 5 p.m. Tom left.', 'It rained.']
['A heading\n\nA paragraph.', 'Another.']
SEEN
echo "as described"
