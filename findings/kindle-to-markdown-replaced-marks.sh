#!/usr/bin/env bash
# kindle-to-markdown 0.1.0: quotation marks, dashes and ellipses of a quotation are replaced, and a note is one line.
#
# Expected: a highlight is what the book says, so its marks stay as they are, and a note keeps its lines; signs of
# Markdown at the beginning are escaped; what is marked in colours, or starred, says so.
# Seen: «…» become straight marks, an en dash a hyphen, three dots one sign; the lines of a note are joined; a
# highlight "1986. It rained" is the first item of a list, and "# 5" a heading.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
    kindle-to-markdown==0.1.0 beautifulsoup4==4.15.0 click==8.5.1
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from bs4 import BeautifulSoup
from kindle_to_markdown.__main__ import extract_annotations, guess_language
from kindle_to_markdown.languages import SUPPORTED_LANGUAGES

PART = '<div class="noteHeading">{} - Spring &gt; Location {}</div><div class="noteText">{}</div>'
PAGE = '<div class="bookTitle">Rye</div><div class="authors">Li, Ann</div>' + "".join(
    PART.format(kind, place, text)
    for kind, place, text in (
        ("Highlight (yellow)", 12, "She said \u00abno\u00bb \u2013 and left ... \u2018for good\u2019."),
        ("Highlight (pink)", 20, "1986. It rained."),
        ("Note", 20, "first line<br/>\nsecond line"),
        ("Highlight (blue)", 30, "# 5 of them"),
    )
)
soup = BeautifulSoup(PAGE, "html.parser")
print(*extract_annotations(soup, guess_language(soup, SUPPORTED_LANGUAGES)[0]), sep="", end="")
PY
diff "$work/seen" - <<'SEEN'
# Li, Ann - Rye
### Spring
She said "no" - and left … 'for good'. (pos. 12)
1986. It rained. (pos. 20)
> first line second line (pos. 20)
# 5 of them (pos. 30)
SEEN
echo "as described"
