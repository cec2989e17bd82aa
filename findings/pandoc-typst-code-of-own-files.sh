#!/usr/bin/env bash
# pandoc 3.9: a whole Typst file that pandoc has written is read by pandoc without its code.
#
# Expected: code that "--to typst" writes is code for "--from typst", whether the file is a whole document or a part.
# Seen: as a part, it is; with "--standalone", whose template has a show rule for the font of code, every code span
# and every block of code is gone, and the words around them join up.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import pypandoc


TEXT = "Use `rye` now.\n\n```\nsow(rye)\n```\n\nThe end is `oats`.\n"
for options in ([], ["--standalone"]):
    typst = pypandoc.convert_text(TEXT, "typst", "markdown", extra_args=options)
    print(options, repr(pypandoc.convert_text(typst, "plain", "typst")))
PY
diff "$work/seen" - <<'SEEN'
[] 'Use rye now.\n\n    sow(rye)\n\nThe end is oats.\n'
['--standalone'] 'Use now.\n\nThe end is .\n'
SEEN
echo "as described"
