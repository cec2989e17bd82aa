#!/usr/bin/env bash
# logseq-to-obsidian 0.2.0: code that looks like a property or a task changes, and words at the start become boxes.
#
# Expected: of a Logseq block, code within a fence stays as it is; a block whose text is a property ("note:: It has
# salt") stays an item of its list; Logseq's workflow is either NOW and LATER or TODO and DOING.
# Seen: within a fence, a line "key:: value" loses its indentation and "- TODO" becomes a box; such a block leaves an
# empty item behind; "NOW is the time" and "WAITING for Ann" become open tasks without their first word.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check logseq-to-obsidian==0.2.0
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
import contextlib
import io
import tempfile
from pathlib import Path

from logseq_to_obsidian import main

PAGE = """- Rye
	- ```yaml
	  grain:
	    key:: value
	  - TODO no task
	  ```
- note:: It has salt
- NOW is the time
- WAITING for Ann
"""
with tempfile.TemporaryDirectory() as folder:
    source, result = Path(folder, "graph"), Path(folder, "vault")
    (source / "pages").mkdir(parents=True)
    (source / "pages" / "Rye.md").write_text(PAGE, encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()):
        main(["--input", str(source), "--output", str(result)])
    print((result / "Rye.md").read_text(encoding="utf-8").strip().replace("\t", "    "))
PY
diff "$work/seen" - <<'SEEN'
- Rye
    - ```yaml
      grain:
    key:: value
      - [ ] no task
      ```
note:: It has salt
-
- [ ] is the time
- [ ] for Ann
SEEN
echo "as described"
