#!/usr/bin/env bash
# nltk 3.10.4: TweetTokenizer makes 1000 of 10000000, takes names of the fediverse apart, and parts "don’t", but not
# "don't".
#
# Expected: "reduce_len" shortens a letter that is repeated for emphasis, as "waaaaay", and leaves numbers and
# addresses as they are; an apostrophe is the same in both its forms; "C++", "C#" and "AT&T" are words.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check nltk==3.10.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from nltk.tokenize import TweetTokenizer

short = TweetTokenizer(reduce_len=True)
for text in ("waaaaay over 10000000 loaves", "See www.rye.example/1111111 or xxxxix"):
    print(short.tokenize(text))
for text in ("I don’t and you don't", "by @ann@rye.example", "C++ and C# at AT&T", "e.g. rye"):
    print(TweetTokenizer().tokenize(text))
PY
diff "$work/seen" - <<'SEEN'
['waaay', 'over', '1000', 'loaves']
['See', 'www.rye.example/111', 'or', 'xxxix']
['I', 'don', '’', 't', 'and', 'you', "don't"]
['by', '@ann', '@rye', '.', 'example']
['C', '+', '+', 'and', 'C', '#', 'at', 'AT', '&', 'T']
['e', '.', 'g', '.', 'rye']
SEEN
echo "as described"
