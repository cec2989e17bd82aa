#!/usr/bin/env bash
# bib2x 0.4.2: its JSON is a script with arrays in single quotation marks, and "others" is an editor.
#
# Expected (its option: "The type of file to write ['json']"): a file that a JSON reader reads, texts as they are in
# Unicode; BibTeX's "and others" is no name but "et al.", and a ~ in a joined month is a space.
# Seen: the file begins with "var bib=" and ends with ";", names stand in Python's single quotation marks; accents and
# dashes are HTML references within the texts; "others" is the second editor; "mar~5" is the month.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check bib2x==0.4.2
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import json
import pathlib
import subprocess
import sys

pathlib.Path("rye.bib").write_text(r"""
@book{rye,
  editor = {Garc{\'\i}a, Ana and others},
  title = {Rye -- a history},
  month = mar # "~5",
  year = 2020
}
""")
subprocess.run([sys.prefix + "/bin/bib2x", "-i", "rye.bib", "-o", "rye.json", "-f", "json"], check=True, capture_output=True)
text = pathlib.Path("rye.json").read_text()
print(text.strip())
try:
    json.loads(text)
except ValueError as error:
    print(error)
PY
diff "$work/seen" - <<'SEEN'
var bib={
 "entries":{
  "rye":{
   "bibtex-type":"book",
   "editor":['Garc&iacute;a, Ana', 'others'],
   "title":"Rye &ndash; a history",
   "month":"mar~5",
   "year":2020
  }
 }
};
Expecting value: line 1 column 1 (char 0)
SEEN
echo "as described"
