#!/usr/bin/env bash
# blingfire 0.1.8: a heading and the paragraph below it are one sentence, and a sentence that begins with a digit is
# none.
#
# Expected: a blank line ends a sentence, whatever stands before it; so does a full stop before "3.5 kg" or "2024", as
# before any word.
# Seen: line ends of any number are spaces: titles, list items and lines of a poem join what follows. After "grows."
# no sentence begins with a number or with a name such as "iPhone". "No. He left" is divided after "No.", as "No. 5"
# is not.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check blingfire==0.1.8 numpy==2.4.6
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from blingfire import text_to_sentences

for text in (
    "On rye\n\nRye grows. It is tall.",
    "- Sow\n- Reap\n\nThe end.",
    "Rye grows. 3.5 kg are a sack. 2024 was dry.",
    "A phone rang. iPhone or not, he left.",
    "Rye grew.[1] Oats did not.",
):
    print(repr(text), text_to_sentences(text).split("\n"))
PY
diff "$work/seen" - <<'SEEN'
'On rye\n\nRye grows. It is tall.' ['On rye  Rye grows.', 'It is tall.']
'- Sow\n- Reap\n\nThe end.' ['- Sow - Reap  The end.']
'Rye grows. 3.5 kg are a sack. 2024 was dry.' ['Rye grows. 3.5 kg are a sack. 2024 was dry.']
'A phone rang. iPhone or not, he left.' ['A phone rang. iPhone or not, he left.']
'Rye grew.[1] Oats did not.' ['Rye grew.[1] ', 'Oats did not.']
SEEN
echo "as described"
