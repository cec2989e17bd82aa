#!/usr/bin/env bash
# sphinxext-opengraph 0.13.0: the description of a page is commas, notes, and the titles of other pages.
#
# Expected: og:description is made of the first words of the page's text, as a preview shows them.
# Seen: every cell of a table, every part of a list of terms and every picture ends with a comma, empty ones too; the
# titles that the table of contents names are among the words, and so are the notes. Short pages are described by these.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sphinxext-opengraph==0.13.0 Sphinx==9.0.4
cat >conf.py <<'PY'
extensions = ["sphinxext.opengraph"]
ogp_site_url = "https://rye.example/"
html_theme = "basic"
exclude_patterns = ["venv"]
PY
cat >index.rst <<'RST'
The mill
========

Three posts on grain.

.. toctree::

   table
   terms
   note
RST
cat >table.rst <<'RST'
Prices
======

What it costs:

==== =====
rye  2
oats 3
==== =====

All for a pound.
RST
printf 'Terms\n=====\n\nrye\n   a grain\n\noats\n   another\n\nBoth are sown.\n' >terms.rst
printf 'Rye\n===\n\nSow [1]_ it.\n\n.. [1] In October.\n' >note.rst
venv/bin/sphinx-build -q -b html . out 2>/dev/null
for name in index table terms note; do
  echo "$name: $(sed -n 's/.*"og:description" content="\(.*\)".*/\1/p' out/$name.html)"
done | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
index: Three posts on grain. Prices, Terms, Rye.
table: What it costs:,, rye, 2,, oats, 3,,,, All for a pound.
terms: rye, a grain,, oats, another,. Both are sown.
note: Sow 1 it. 1, In October.
SEEN
echo "as described"
