#!/usr/bin/env bash
# Sphinx 9.0.4, sphinx-searchlite 0.2.2, sphinx-llms-txt 0.7.1: notes to oneself and comments are published in indexes.
#
# Expected: a search finds what the pages show. A todo is not shown by default, nor is a comment, nor a part that is for
# another format ("only") or switched off ("ifconfig"); ":nosearch:" keeps a page out of the search.
# Seen: Sphinx's own index has the words of todos, and finds pages by them. That of searchlite has those of comments as
# well, and pages with ":nosearch:". llms-full.txt is made of the sources: whatever is hidden on the pages is in it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  sphinx==9.0.4 sphinx-searchlite==0.2.2 sphinx-llms-txt==0.7.1
mkdir src
cat >src/conf.py <<'PY'
extensions = ["sphinx.ext.todo", "sphinx.ext.ifconfig", "sphinx_searchlite", "sphinx_llms_txt"]
html_baseurl = "https://rye.example/"
PY
cat >src/index.rst <<'RST'
Home
====

Shown.

.. todo:: hiddentodo

.. hiddencomment

.. only:: latex

   hiddenonly

.. ifconfig:: False

   hiddenifconfig

.. toctree::

   rye
RST
printf ':nosearch:\n\nRye\n===\n\nhiddennosearch\n' >src/rye.rst
venv/bin/sphinx-build -q -b html src out >/dev/null 2>&1
for file in index.html searchindex.js _static/searchlite-index.json llms-full.txt; do
  echo "$file: $({ grep -oE 'hidden[a-z]+' "out/$file" || true; } | sort -u | paste -s -d ' ')"
done | sed 's/ $//' | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
index.html:
searchindex.js: hiddentodo
_static/searchlite-index.json: hiddencomment hiddennosearch hiddentodo
llms-full.txt: hiddencomment hiddenifconfig hiddennosearch hiddenonly hiddentodo
SEEN
echo "as described"
