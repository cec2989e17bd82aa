#!/usr/bin/env bash
# pandoc 3.9: a number in the first cell of a LaTeX table that pandoc has written is gone when pandoc reads it.
#
# Expected: a table that "--to latex" writes has all its words for "--from latex"; a list that begins with 3 begins
# there.
# Seen: the first row follows "\endlastfoot" on the line above, and the reader takes the digits at its start with
# that: the year is gone, and "12 loaves" are loaves. In a later row, or after a letter, they stay. The list begins
# with 1, though "\setcounter{enumi}{2}" is written.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import pypandoc


for first in ("1986", "12 loaves", "1.5 kg", "rye"):
    table = f"| When | What |\n|---|---|\n| {first} | sown |\n| 1987 | reaped |\n"
    print(pypandoc.convert_text(pypandoc.convert_text(table, "latex", "markdown"), "plain", "latex"))
print(pypandoc.convert_text(pypandoc.convert_text("3. rye\n4. oats\n", "latex", "markdown"), "plain", "latex"))
PY
diff "$work/seen" - <<'SEEN'
  When   What
  ------ --------
         sown
  1987   reaped

  When     What
  -------- --------
  loaves   sown
  1987     reaped

  When   What
  ------ --------
  kg     sown
  1987   reaped

  When   What
  ------ --------
  rye    sown
  1987   reaped

1.  rye

2.  oats

SEEN
echo "as described"
