#!/usr/bin/env bash
# mdclense 0.1.2: a text without its Markdown is one without its tables, notes, code and years.
#
# Expected (the summary of the package: it strips Markdown and converts it to text): the marks go, the words stay;
# "snake_case" has no emphasis, as CommonMark says, and what code holds is verbatim.
# Seen: "snake_case_name" is "snakecasename", and an underscore within code goes too; a list that begins in 1986 loses
# its numbers; a table, the text of a note and every line of code are gone, the last with "[CODE BLOCK]" for them.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mdclense==0.1.2
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from mdclense.parser import MarkdownParser

for text in (
    "The snake_case_name of `a_b * c_d`, 2 * 3 * 4.",
    "1986. A year\n1987. Another",
    "Before\n\n| Rye | Oats |\n|---|---|\n| 1 | 2 |\n\nAfter",
    "Words[^1]\n\n[^1]: The note.",
    "Run\n\n```\nrye --sour\n```",
):
    print(repr(text))
    print("  ", repr(MarkdownParser().parse(text)))
PY
diff "$work/seen" - <<'SEEN'
'The snake_case_name of `a_b * c_d`, 2 * 3 * 4.'
   'The snakecasename of ab * cd, 2 * 3 * 4.'
'1986. A year\n1987. Another'
   'A year\nAnother'
'Before\n\n| Rye | Oats |\n|---|---|\n| 1 | 2 |\n\nAfter'
   'Before\n\nAfter'
'Words[^1]\n\n[^1]: The note.'
   'Words'
'Run\n\n```\nrye --sour\n```'
   'Run\n\n[CODE BLOCK]'
SEEN
echo "as described"
