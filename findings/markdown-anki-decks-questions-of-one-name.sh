#!/usr/bin/env bash
# markdown-anki-decks 1.1.1: the second part's name stands in an answer of the first, and two questions of one wording
# are one card.
#
# Expected: a heading of the first level ends the answer above it; what stands below it before the first question is
# no answer either; a card is told from another by more than the wording of its question, as Anki keeps one note for
# one id.
# Seen: "Oats" and its introduction are the end of the answer about rye; "When?" in two parts has the same id twice,
# so that Anki imports one of them; the introduction below the title is on no card.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    markdown-anki-decks==1.1.1 markdown==3.11.3 genanki==0.13.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from pathlib import Path

from markdown_anki_decks.cli import parse_markdown

Path("rye.md").write_text("""# Rye

Rye is sown and reaped.

## When?

In autumn.

# Oats

Oats need water.

## When?

In spring.
""")
notes = parse_markdown(Path("rye.md"), "", False).deck.notes
for note in notes:
    print([" ".join(field.split()) for field in note.fields[:2]])
print("ids:", len({note.guid for note in notes}))
PY
diff "$work/seen" - <<'SEEN'
['<h2>When?</h2>', '<section> <p>In autumn.</p> <h1>Oats</h1> <p>Oats need water.</p> </section>']
['<h2>When?</h2>', '<section> <p>In spring.</p></section>']
ids: 1
SEEN
echo "as described"
