#!/usr/bin/env bash
# discord-markdown 0.4.0 (PyPI): after ">" within a line, or a single star, the rest of a message is gone.
#
# Expected: ">" is the mark of a quotation at the start of a line only; a mark that nothing closes is a sign;
# converting prints nothing.
# Seen: of "5 > 3, so we sow" there is "5 ", and of a message with an address that has one underscore what stands
# before it. Names with two underscores are in italics within; "<b>" is a tag on the page; the library's debugging
# output is printed at each call.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check discord-markdown==0.4.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import contextlib
import io

from discord_markdown.discord_markdown import convert_to_html

for text in ("5 > 3, so we sow.", "Sow 2 * 3 rows.", "See https://rye.example/a_b today.", "a snake_case_name",
    "Write <b> here"):
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        html = convert_to_html(text)
    print(f"{text} is {html}, and printed are {printed.getvalue().count('Token')} tokens")
PY
diff "$work/seen" - <<'SEEN'
5 > 3, so we sow. is <p>5 </p>, and printed are 4 tokens
Sow 2 * 3 rows. is <p>Sow 2 </p>, and printed are 4 tokens
See https://rye.example/a_b today. is <p>See https://rye.example/a</p>, and printed are 4 tokens
a snake_case_name is <p>a snake<i>case</i>name</p>, and printed are 6 tokens
Write <b> here is <p>Write <b</p>, and printed are 4 tokens
SEEN
echo "as described"
