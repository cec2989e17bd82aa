#!/usr/bin/env bash
# wikitextparser 3.0.0: a page's plain text has its categories and notes in the sentences, and breaks join words.
#
# Expected (the method's description: "a plain text string representation of self"): a note is no part of the sentence
# it belongs to, or parted from it; <br> parts two words; a category and a link to the page in another language show
# no words where they stand; code in <pre> or <nowiki> keeps its apostrophes, as MediaWiki shows it.
# Seen: the note follows its full stop without a space; "one<br>two" is "onetwo"; "Category:Grain" and "de:Roggen"
# stand at the end of the text; in <pre> and <nowiki>, ''' is taken away.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check wikitextparser==3.0.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import wikitextparser

for page in (
    "Rye keeps.<ref>Baker, p. 7</ref> It is dark.",
    "one<br>two",
    "Rye is a grain.\n\n[[Category:Grain]]\n[[de:Roggen]]",
    "<pre>s = '''rye'''</pre> and <nowiki>'''bold'''</nowiki>",
):
    print(repr(wikitextparser.parse(page).plain_text()))
PY
diff "$work/seen" - <<'SEEN'
'Rye keeps.Baker, p. 7 It is dark.'
'onetwo'
'Rye is a grain.\n\nCategory:Grain\nde:Roggen'
's = rye and bold'
SEEN
echo "as described"
