#!/usr/bin/env bash
# readtime 3.0.0: a long list in minified HTML takes one second to read.
#
# Expected: the time of a page does not depend on line ends between its elements: items, cells and paragraphs are apart.
# Seen: of_html takes the text of the elements without a space between them: 300 items are one word, and of two
# paragraphs the last word and the first are one. With a line end after each item they are 300.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check readtime==3.0.0
cat >"$work/try.py" <<'PY'
import readtime

for end in ("\n", ""):
    items = f"<li>rye</li>{end}" * 300
    cells = f"<tr>{end}<td>rye</td>{end}<td>oats</td>{end}</tr>{end}" * 300
    for html in (f"<ul>{items}</ul>", f"<table>{cells}</table>"):
        print(repr(html[:24]), readtime.of_html(html).seconds, "seconds")
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
'<ul><li>rye</li>\n<li>rye' 68 seconds
'<table><tr>\n<td>rye</td>' 136 seconds
'<ul><li>rye</li><li>rye<' 1 seconds
'<table><tr><td>rye</td><' 1 seconds
SEEN
echo "as described"
