#!/usr/bin/env bash
# unmarkd 1.1.3: the second paragraph of a quotation is the writer's own, and a line of a poem a paragraph.
#
# Expected: "a markdown reverser" gives the Markdown that Python-Markdown made the HTML of, or one that makes it
# again.
# Seen: only the first paragraph of a quotation gets its mark; <br> becomes empty lines; where a page has no line ends
# between its paragraphs, as minified ones, they are one word: "One.Two.", with headings and "###" among them; code
# with a backtick ends at it. A list with paragraphs raises an error.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    unmarkd==1.1.3 beautifulsoup4==4.15.0 markdown==3.11.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import markdown
import unmarkd

for text in (
    "> Rye is life.\n>\n> Oats, too.",
    "Roses are red,  \nviolets are blue.",
    "Write `` a`b `` there.",
):
    html = markdown.markdown(text)
    written = unmarkd.unmark(html)
    print(repr(text), repr(written))
    print("   ", markdown.markdown(written) == html)
print(repr(unmarkd.unmark("<p>One.</p><p>Two.</p><h3>Three</h3><p>Four.</p>")))
PY
diff "$work/seen" - <<'SEEN'
'> Rye is life.\n>\n> Oats, too.' '>Rye is life.\n\nOats, too.'
    False
'Roses are red,  \nviolets are blue.' 'Roses are red,\n\n\nviolets are blue.'
    False
'Write `` a`b `` there.' 'Write `a`b` there.'
    False
'One.Two.### Three\nFour.'
SEEN
echo "as described"
