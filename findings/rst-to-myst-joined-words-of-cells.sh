#!/usr/bin/env bash
# rst-to-myst 0.4.0 (with docutils 0.19): two paragraphs of a cell become one word, and a citation loses its name.
#
# Expected: a cell's paragraphs and items stay apart in the MyST table, by a space or <br> at least; a citation is
# shown by its label, [Smith], and its entry begins with it, as docutils shows both.
# Seen: "rye" above "oats" is "ryeoats", and a list ends its row at its first item; the citation is the footnote
# [^cite_smith], which MyST shows as a number. No warning tells of any.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check rst-to-myst==0.4.0 docutils==0.19
cat >rye.rst <<'RST'
Rye
===

As [Smith]_ says:

+------+---------+
| Year | Grain   |
+======+=========+
| 1    | rye     |
|      |         |
|      | oats    |
+------+---------+
| 2    | - wheat |
|      | - maize |
+------+---------+

.. [Smith] Smith, A., *Grain*, 1901.
RST
"$work/venv/bin/rst2myst" stream --no-sphinx rye.rst >rye.md 2>warnings
printf '%s\n' "$(cat rye.md)" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
# Rye

As [^cite_smith] says:

| Year | Grain   |
| ---- | ------- |
| 1    | ryeoats |
| 2    | - wheat
- maize         |

[^cite_smith]: Smith, A., *Grain*, 1901.
SEEN
test ! -s warnings
echo "as described"
