#!/usr/bin/env bash
# Sphinx 9.0.4, ABlog 0.11.13: a page that refers to a section shows its old title until it is saved itself.
#
# Expected: a build makes the pages again that show what has changed: the title of another page or section, or the
# tags of a blog. Those that include a file are made again when it changes.
# Seen: when a title changes, the page itself and the table of contents are made again. References to it, by :doc: and
# by :ref:, and the links to the next page keep the old title, though no message says so; the lists of tags beside
# other posts link to a tag that no post has any more, and its page and feed are still there. With -E all is right.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Sphinx==9.0.4 ablog==0.11.13
cat >conf.py <<'PY'
extensions = ["ablog"]
templates_path = ["_templates"]
exclude_patterns = ["venv"]
html_sidebars = {"**": ["ablog/tagcloud.html"]}
PY
cat >index.rst <<'RST'
Mill
====

.. toctree::

   oats
   rye
RST
cat >oats.rst <<'RST'
Oats
====

.. post:: 2024-01-01
   :tags: fields

See :doc:`rye` and :ref:`sowing`.
RST
cat >rye.rst <<'RST'
Rye
===

.. post:: 2024-01-02
   :tags: bread

.. _sowing:

Sow it
------

In October.
RST
build() { venv/bin/sphinx-build -q "$@" . out >/dev/null; }
show() {
  echo "$1"
  grep -o '<span class="doc">.*</span></a>.*</a>' out/oats.html | sed 's/<[^>]*>//g'
  grep '<link rel="next"' out/oats.html
  grep -o 'blog/tag/.*</a>' out/oats.html
}
{
  build
  sed -i 's/^Rye$/Winter rye/; s/^===$/==========/; s/^Sow it$/How to sow/; s/^------$/----------/; s/bread/grain/' rye.rst
  build
  show "after the change"
  build -E
  show "with -E"
} | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
after the change
Rye and Sow it
    <link rel="next" title="Rye" href="rye.html" />
blog/tag/bread.html">bread</a>
blog/tag/fields.html">fields</a>
with -E
Winter rye and How to sow
    <link rel="next" title="Winter rye" href="rye.html" />
blog/tag/fields.html">fields</a>
blog/tag/grain.html">grain</a>
SEEN
echo "as described"
