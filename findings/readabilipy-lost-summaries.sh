#!/usr/bin/env bash
# readabilipy 0.3.0: lines of code are one line, a summary with all it hides is gone, and what a page hides is read.
#
# Expected: simple_json_from_html_string() "extracts the content" of a page: code keeps its lines (HTML, 4.4.3),
# <details> holds words of the page, an element with "hidden" does not; numbered items are numbered.
#
# Seen: <details> is removed as a whole; the text of a list is one paragraph in which commas part items;
# "H<sub>2</sub>O" is "H_2O".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check readabilipy==0.3.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from readabilipy import simple_json_from_html_string

PAGE = """<html><head><title>Rye</title></head><body><article><p>Rye needs H<sub>2</sub>O.</p>
<ol start="3"><li>Plough.</li><li>Sow it, by hand.</li></ol><pre>if rye:
    sow()</pre><details><summary>More</summary><p>Reap it.</p></details><p hidden>A secret.</p></article></body></html>"""
article = simple_json_from_html_string(PAGE)
print(article["plain_content"])
for part in article["plain_text"]:
    print(part["text"])
PY
diff "$work/seen" - <<'SEEN'
<div><title><p>Rye</p></title><body><article><p>Rye needs H_2O.</p><ol start="3"><li>Plough.</li><li>Sow it, by hand.</li></ol><pre>if rye: sow()</pre><p hidden="">A secret.</p></article></body></div>
Rye
Rye needs H_2O.
* Plough., * Sow it, by hand.,
if rye: sow()
A secret.
SEEN
echo "as described"
