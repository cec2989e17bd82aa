#!/usr/bin/env bash
# buku 5.1: of two links in a line the first is lost, the title of a link is part of its address, and XBEL has no words.
#
# Expected: an import of Markdown or Org takes each link; what stands in quotation marks after an address is a title
# (CommonMark 6.3); in XBEL a bookmark has a description, <desc>, which buku has a field for.
# Seen: two links in a line are one, with the address of the second and the source of the first as its name; an
# address ends in a space and the quoted title; descriptions of XBEL are not imported, while those of HTML are.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check buku==5.1
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import contextlib
import io
import tempfile
from pathlib import Path

import buku

FILES = {
    "links.md": '- See [rye](https://rye.example/) and [mill](https://mill.example/).\n- [Oats](https://oats.example/ "Wild")\n',
    "links.org": "- [[https://rye.example/][Rye]] and [[https://mill.example/][mill]]\n",
    "links.xbel": '<xbel version="1.0"><bookmark href="https://rye.example/"><title>Rye</title><desc>It keeps.</desc>'
    "</bookmark></xbel>",
    "links.html": '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><A HREF="https://rye.example/">Rye</A>\n'
    "<DD>It keeps.\n</DL>\n",
}
for name, text in FILES.items():
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, name).write_text(text, encoding="utf-8")
        with contextlib.redirect_stdout(io.StringIO()):
            database = buku.BukuDb(dbfile=f"{folder}/bookmarks.db")
            database.importdb(f"{folder}/{name}", tacit=True)
            records = database.get_rec_all()
            database.close()
    for record in records:
        print(name, tuple(record)[1:3], tuple(record)[4])
PY
diff "$work/seen" - <<'SEEN'
links.md ('https://mill.example/', 'rye](https://rye.example/) and [mill') 
links.md ('https://oats.example/ "Wild"', 'Oats') 
links.org ('https://rye.example/', 'Rye]] and [[https://mill.example/][mill') 
links.xbel ('https://rye.example/', 'Rye') 
links.html ('https://rye.example/', 'Rye') It keeps.
SEEN
echo "as described"
