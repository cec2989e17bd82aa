#!/usr/bin/env bash
# html2cleantext 0.1.6: a table, and a list before a poem, are gone; lists count from 1, and code loses its
# indentation.
#
# Expected: what its README calls boilerplate – navigation, footers, advertisements – is removed; a list, a table and
# code of the text itself stay, as they do with "remove_boilerplate=False".
# Seen: of a page without any navigation, a table is not in the Markdown, and a list is not in the plain text, where
# the lines of a poem join; a list that begins with 3 begins with 1; lines of code begin at the margin, whatever is
# asked for.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html2cleantext==0.1.6
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import html2cleantext

PAGE = """<p>A long enough paragraph, in which the miller says a lot about rye.</p>
<ol start="3"><li>One loaf of rye</li><li>Two loaves of oats</li></ol>
<table><tr><th>Day</th></tr><tr><td>Monday</td></tr></table>
<pre>if rye:
    mill()</pre>"""
print(html2cleantext.to_markdown(PAGE))
print("--")
print(html2cleantext.to_markdown(PAGE, remove_boilerplate=False))
print("--")
print(html2cleantext.to_text("<ul><li>One loaf</li><li>Two loaves</li></ul><p>Ann<br>Tom</p>"))
PY
diff "$work/seen" - <<'SEEN'
A long enough paragraph, in which the miller says a lot about rye.

1. One loaf of rye
2. Two loaves of oats

```
if rye:
mill()
```
--
A long enough paragraph, in which the miller says a lot about rye.

1. One loaf of rye
2. Two loaves of oats

| Day |
| --- |
| Monday |

```
if rye:
mill()
```
--
AnnTom
SEEN
echo "as described"
