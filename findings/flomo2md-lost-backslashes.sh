#!/usr/bin/env bash
# flomo2md 0.1.0: every backslash of a memo is gone, so that paths change, and stars and hashes become marks.
#
# Expected: an export of flomo as Markdown shows the words of the memos: a sign that Markdown would read as a mark is
# escaped by a backslash, and one in a text stays.
#
# Seen: "C:\new" is "C:new"; "*Rye*" in stars is in italics, and "# 1" at the start of a line a heading.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Flomo2MD==0.1.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from flomo2md.__main__ import flomo2md

PAGE = """<div class="memo"><div class="time">2024-01-02 03:04:05</div><div class="content">{}</div>
<div class="files"></div></div>"""
for content in (r"<p>It is in C:\new\rye.</p>", "<p>They sell *Rye* here.</p>", "<p># 1 is ripe.</p>", "<p>Sow it.</p>"):
    print(content, "->", repr(flomo2md(PAGE.format(content))[0]["md"]))
PY
diff "$work/seen" - <<'SEEN'
<p>It is in C:\new\rye.</p> -> '# 2024-01-02 03:04:05\n\nIt is in C:newrye.\n'
<p>They sell *Rye* here.</p> -> '# 2024-01-02 03:04:05\n\nThey sell *Rye* here.\n'
<p># 1 is ripe.</p> -> '# 2024-01-02 03:04:05\n\n# 1 is ripe.\n'
<p>Sow it.</p> -> '# 2024-01-02 03:04:05\n\nSow it.\n'
SEEN
echo "as described"
