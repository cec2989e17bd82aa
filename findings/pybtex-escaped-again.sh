#!/usr/bin/env bash
# pybtex 0.26.1: an entry that is read and written has its LaTeX escaped once more, and addresses that lead nowhere.
#
# Expected: what is read from BibTeX is written as it was: "\&" stays, "month = mar" may be "March", and an address is
# verbatim, as BibLaTeX and \url take it.
# Seen: "\&" is written "\\&", a new line and a column mark for LaTeX; "_", "~" and "%" of an address become "\_",
# "\textasciitilde " and "\%", which are no part of it; a second time adds more.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pybtex==0.26.1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from pybtex.database import parse_string

text = r"@misc{rye, title = {Rye \& salt, 5\,\%}, url = {https://digest.example/~ann/a_b%20c}}"
for _ in range(2):
    text = parse_string(text, "bibtex").to_string("bibtex")
    print(text.strip())
PY
diff "$work/seen" - <<'SEEN'
@misc{rye,
    title = "Rye \\& salt, 5\,\\%",
    url = "https://digest.example/\textasciitilde ann/a\_b\%20c"
}
@misc{rye,
    title = "Rye \\\& salt, 5\,\\\%",
    url = "https://digest.example/\textasciitilde ann/a\\_b\\%20c"
}
SEEN
echo "as described"
