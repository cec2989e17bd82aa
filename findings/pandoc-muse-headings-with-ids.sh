#!/usr/bin/env bash
# pandoc 3.9: a Muse file that begins with a heading which has an id is refused by the pandoc that wrote it.
#
# Expected: what "--to muse" writes, "--from muse" reads.
# Seen: the id is a line of its own above the heading, "#rye", which the reader does not take as the first line: it
# stops there with an error. With a paragraph above, or without an id, the file is read.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import pypandoc


for text in ("# Rye {#grain}\n\nWords.\n", "# Rye\n\nWords.\n", "First.\n\n# Rye {#grain}\n\nWords.\n"):
    written = pypandoc.convert_text(text, "muse", "markdown")
    print(repr(written))
    try:
        print("  ", repr(pypandoc.convert_text(written, "plain", "muse")))
    except RuntimeError as error:
        print("   an error:", "unexpected" in str(error))
PY
diff "$work/seen" - <<'SEEN'
'#grain\n* Rye\n\nWords.\n'
   an error: True
'* Rye\n\nWords.\n'
   'Rye\n\nWords.\n'
'First.\n\n#grain\n* Rye\n\nWords.\n'
   'First.\n\nRye\n\nWords.\n'
SEEN
echo "as described"
