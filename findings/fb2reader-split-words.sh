#!/usr/bin/env bash
# fb2reader 1.0.4: emphasis splits words, notes are not in the book, and who made the file is one of its authors.
#
# Expected (FictionBook 2.1): the authors are those of <title-info>; <document-info> names who made the file; a book
# has a second <body> for its notes; "un<emphasis>leaven</emphasis>ed" is one word.
# Seen: the body is reformatted with a line for each piece, so that the word is three in a browser; of two bodies the
# first alone is there; the maker of the file stands among the authors.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check fb2reader==1.0.4
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import tempfile
from pathlib import Path

from fb2reader import fb2book

BOOK = """<?xml version="1.0" encoding="utf-8"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><description>
<title-info><genre>home</genre><author><first-name>Ann</first-name><last-name>Baker</last-name></author>
<book-title>Rye</book-title><lang>en</lang></title-info>
<document-info><author><first-name>Bo</first-name><last-name>Scanner</last-name></author><date>2023</date><id>1</id>
<version>1.0</version></document-info></description>
<body><section><p>It is un<emphasis>leaven</emphasis>ed.</p></section></body>
<body name="notes"><section id="n1"><p>A note.</p></section></body></FictionBook>"""
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "rye.fb2")
    path.write_text(BOOK, encoding="utf-8")
    book = fb2book(str(path))
    print([author["full_name"] for author in book.get_authors()])
    print(book.get_body().strip())
PY
diff "$work/seen" - <<'SEEN'
['Ann Baker', 'Bo Scanner']
<body>
 <section>
  <p>
   It is un
   <emphasis>
    leaven
   </emphasis>
   ed.
  </p>
 </section>
</body>
SEEN
echo "as described"
