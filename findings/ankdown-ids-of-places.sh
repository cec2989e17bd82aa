#!/usr/bin/env bash
# ankdown 0.7.1: a new card at the beginning gives each card below it the learning history of another.
#
# Expected: the id by which Anki knows a note hangs on the note, as a deck is made anew whenever a file grows; a rule
# within a block of code is code.
# Seen: the id is made of the file's name and the card's number in it, so the question about rye, once first, takes
# over what was learned of the one before; the last card is new. "---" within a fence ends the card, and its second
# half is another; a table is a line of bars.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ankdown==0.7.1 misaka==2.1.1 genanki==0.8.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from pathlib import Path

from ankdown.ankdown import produce_cards

RYE = "When is rye sown?\n\n%\n\nIn autumn.\n"
OATS = "When are oats sown?\n\n%\n\nIn spring.\n"
NEW = "What is rye?\n\n%\n\nA grain.\n"
CODE = "How to divide?\n\n%\n\n```\none\n---\ntwo\n```\n"


def ids(*cards: str) -> dict[str, int]:
    """The questions of a file with these cards, and their ids."""
    Path("grain.md").write_text("\n---\n\n".join(cards))
    return {card.fields[0].strip(): card.guid() for card in produce_cards("grain.md")}


before, after = ids(RYE, OATS), ids(NEW, RYE, OATS)
for question, known in after.items():
    print(question, "takes over:", [old for old, number in before.items() if number == known])
Path("grain.md").write_text(CODE)
for card in produce_cards("grain.md"):
    print(card.fields)
PY
diff "$work/seen" - <<'SEEN'
<p>What is rye?</p> takes over: ['<p>When is rye sown?</p>']
<p>When is rye sown?</p> takes over: ['<p>When are oats sown?</p>']
<p>When are oats sown?</p> takes over: []
['<p>How to divide?</p>\n', '<pre><code>one\n</code></pre>\n']
['<p>two\n```</p>\n']
SEEN
echo "as described"
