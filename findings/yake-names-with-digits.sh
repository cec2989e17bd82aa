#!/usr/bin/env bash
# yake 0.7.3: "COVID-19", "mp3", "C++" and "F#" are never keywords, and ".NET" is "NET".
#
# Expected: a name that a text repeats is one of its keywords, with the signs and digits that belong to it.
# Seen: of a text on COVID-19 and mp3 players, the keywords are "players" and what players do; of one on two
# languages, neither language is a keyword, alone or within a phrase; "U.S." is not part of "U.S. Senate".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check yake==0.7.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import yake

for text in (
    "COVID-19 came in 2020. COVID-19 changed how mp3 players sold. The mp3 players of 2020 sold well.",
    "C++ and F# are languages. F# runs on .NET, and C++ runs anywhere. Many learn F# after C++.",
    "The U.S. Senate met. The U.S. Senate passed the bill of the U.S. House.",
):
    print(text)
    print("  yake", sorted(word for word, _ in yake.KeywordExtractor(n=2, top=20).extract_keywords(text)))
PY
diff "$work/seen" - <<'SEEN'
COVID-19 came in 2020. COVID-19 changed how mp3 players sold. The mp3 players of 2020 sold well.
  yake ['changed', 'players', 'players sold', 'sold']
C++ and F# are languages. F# runs on .NET, and C++ runs anywhere. Many learn F# after C++.
  yake ['NET', 'languages', 'learn', 'runs']
The U.S. Senate met. The U.S. Senate passed the bill of the U.S. House.
  yake ['House', 'Senate', 'Senate met', 'Senate passed', 'bill', 'met', 'passed']
SEEN
echo "as described"
