#!/usr/bin/env bash
# py3langid 0.4.0: "2024", "OK" and the empty text are Afrikaans, "Hello!" is Breton and an address Haitian.
#
# Expected: a text in which there is nothing to tell a language from has none: it knows "zxx", which means no
# linguistic content (ISO 639-2), and gives that to "C++".
#
# Seen: where no feature is found, the language whose code comes first in the alphabet is named; posts that are a
# number, a name or a link become texts in languages that nobody wrote in.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check py3langid==0.4.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import py3langid

for text in ("Rye bread rises slowly in the cold kitchen.", "C++", "2024", "OK", "Rye", "", "Hello!", "https://rye.example/"):
    print(repr(text), "->", py3langid.classify(text)[0])
PY
diff "$work/seen" - <<'SEEN'
'Rye bread rises slowly in the cold kitchen.' -> en
'C++' -> zxx
'2024' -> af
'OK' -> af
'Rye' -> af
'' -> af
'Hello!' -> br
'https://rye.example/' -> ht
SEEN
echo "as described"
