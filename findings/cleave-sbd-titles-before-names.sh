#!/usr/bin/env bash
# cleave-sbd 0.3.0b1: two functions of one package split a text differently, and one ends a sentence after "Dr.".
#
# Expected: disambiguate() and Segmenter().segment(), both with their English defaults, give the same sentences; a
# title before a name ends none.
# Seen: Segmenter keeps "Dr. Doe met Mr. Roe." whole; disambiguate, which the package names as its short way, ends a
# sentence after Dr., Mr., Prof. and St. Both end one between "ch." and its number.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check cleave-sbd==0.3.0b1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from csbd import Segmenter, disambiguate

for text in (
    "Dr. Doe met Mr. Roe. They spoke.",
    "I saw Prof. Poe at St. John.",
    "In Sept. 2019 it rose.",
    "See p. 5 and ch. 2.",
):
    print(text)
    print("  disambiguate", list(disambiguate(text)))
    print("  Segmenter   ", list(Segmenter().segment(text)))
PY
diff "$work/seen" - <<'SEEN'
Dr. Doe met Mr. Roe. They spoke.
  disambiguate ['Dr.', 'Doe met Mr.', 'Roe.', 'They spoke.']
  Segmenter    ['Dr. Doe met Mr. Roe.', 'They spoke.']
I saw Prof. Poe at St. John.
  disambiguate ['I saw Prof.', 'Poe at St.', 'John.']
  Segmenter    ['I saw Prof. Poe at St. John.']
In Sept. 2019 it rose.
  disambiguate ['In Sept. 2019 it rose.']
  Segmenter    ['In Sept. 2019 it rose.']
See p. 5 and ch. 2.
  disambiguate ['See p. 5 and ch.', '2.']
  Segmenter    ['See p. 5 and ch.', '2.']
SEEN
echo "as described"
