#!/usr/bin/env bash
# text-to-tweets 0.1.1: a post of a thread ends within an address, a number or a name.
#
# Expected: a long text is cut after a sentence, or where there is a space, as the README says; an address in two
# posts leads nowhere.
# Seen: any full stop, comma or "&" is an end: "https://rye." is the end of one post and "example" the beginning of
# the next; so are "3." and "5", and "R&" and "D". Counting characters, an address is as long as it is, not 23.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check text-to-tweets==0.1.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from text_to_tweets import tweet_splitter

for end in ("the mill at https://rye.example/about/bread/and/more/of/it",
    "a sack of about 3.5 kilograms of the best rye flour", "what our people of R&D found out this year"):
    text = "rye " * 62 + end
    first, second = tweet_splitter(text, False)
    print(repr(first[-20:]), "and", repr(second[:20]))
PY
diff "$work/seen" - <<'SEEN'
'mill at https://rye.' and 'example/about/bread/'
'e a sack of about 3.' and '5 kilograms of the b'
'hat our people of R&' and 'D found out this yea'
SEEN
echo "as described"
