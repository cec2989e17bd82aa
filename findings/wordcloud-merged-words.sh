#!/usr/bin/env bash
# wordcloud 1.9.6: "news" is counted as "new", "C++" and "C#" as "C", and a name with a typographic apostrophe is two
# words.
#
# Expected: with "normalize_plurals", which is on by default, plurals are counted with their words ("bus" and
# "buses"), and words that are no plurals stay; an apostrophe within a word belongs to it, as the straight one does.
# Seen: a word that ends in one "s" joins the word without it, if the text has that, plural or not: "news" joins
# "new", "Times" "time"; "buses" does not join "bus". "O’Neill" is "O" and "Neill"; signs are no part of a word.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check wordcloud==1.9.6
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from wordcloud import WordCloud

for text in ("old news, new mill", "the Times, every time", "bus and buses", "C++, C# and C", "O'Neill", "O’Neill",
    "rye-bread"):
    print(text, WordCloud(stopwords={"the", "and", "every"}).process_text(text))
PY
diff "$work/seen" - <<'SEEN'
old news, new mill {'old': 1, 'new': 2, 'mill': 1}
the Times, every time {'time': 2}
bus and buses {'bus': 1, 'buses': 1}
C++, C# and C {'C': 3}
O'Neill {"O'Neill": 1}
O’Neill {'O': 1, 'Neill': 1}
rye-bread {'rye': 1, 'bread': 1}
SEEN
echo "as described"
