#!/usr/bin/env bash
# md-to-jira 1.0.4: from Jira, the words between two hyphens are struck out; to Jira, code is changed and lists become
# code.
#
# Expected (Jira's text formatting): "-" strikes where it stands at the edge of words, not within them, and "_" and
# "*" the same; "----" is a rule; in Markdown nothing in `code` is emphasis, and an item four signs below another is
# an item.
# Seen: "well-known and re-do" becomes "well~~known and re~~do", "snake_case_name" an italic "case", the rule
# "~~-~~-"; `a*b*c` becomes {{a_b_c}}; the third level of a list is a {code} block; numbers stay "1.", which is no
# list in Jira.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check md-to-jira==1.0.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import contextlib
import io
from pathlib import Path

from md_to_jira import jira_to_markdown, markdown_to_jira


def converted(convert, text: str) -> str:
    """What a converter, which reads a file and prints, makes of a text."""
    Path("given.txt").write_text(text)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        convert("given.txt")
    return out.getvalue().rstrip("\n")


for text in ("A well-known and re-do task", "the snake_case_name here", "2*3*4", "----"):
    print("from Jira", repr(text), repr(converted(jira_to_markdown, text)))
LIST = "- grain\n  - rye\n    - winter rye"
for text in ("Call `a*b*c` first", LIST, "1. Mix\n2. Bake"):
    print("to Jira", repr(text), repr(converted(markdown_to_jira, text)))
PY
diff "$work/seen" - <<'SEEN'
from Jira 'A well-known and re-do task' 'A well~~known and re~~do task'
from Jira 'the snake_case_name here' 'the snake*case*name here'
from Jira '2*3*4' '2**3**4'
from Jira '----' '~~-~~-'
to Jira 'Call `a*b*c` first' 'Call {{a_b_c}} first'
to Jira '- grain\n  - rye\n    - winter rye' '- grain\n  - rye\n{code}\n- winter rye{code}'
to Jira '1. Mix\n2. Bake' '1. Mix\n2. Bake'
SEEN
echo "as described"
