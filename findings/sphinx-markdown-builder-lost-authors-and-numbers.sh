#!/usr/bin/env bash
# sphinx-markdown-builder 0.6.11: who is quoted and the caption of code are gone, lists begin with 1, and words with
# signs become marks.
#
# Expected: what a page of reStructuredText says its Markdown says: a list keeps its first number, "<b>" is escaped as
# "*" is, "|" within a cell is "\|", and "1986\. A year" no list.
# Seen: for what has no Markdown of its own, as the author of a quotation, there is a warning, and no words.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sphinx-markdown-builder==0.6.11 Sphinx==9.0.4
cd "$work"
mkdir rye
echo 'extensions = ["sphinx_markdown_builder"]' >rye/conf.py
cat >rye/index.rst <<'RST'
Rye
===

3. Mill
4. Bake

Write <b> for bold.

1986\. A dry year

.. epigraph::

   Sow in May.

   -- Ann

.. code-block:: python
   :caption: How to mill

   mill()

===== =====
Day   Loaf
===== =====
Mon   a | b
===== =====
RST
"$work/venv/bin/sphinx-build" -q -b markdown rye out 2>/dev/null
grep . out/index.md | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
# Rye
1. Mill
2. Bake
Write <b> for bold.
1986. A dry year
> Sow in May.
```python
mill()
```
| Day   | Loaf   |
|-------|--------|
| Mon   | a | b  |
SEEN
echo "as described"
