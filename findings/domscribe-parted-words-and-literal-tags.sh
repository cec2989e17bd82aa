#!/usr/bin/env bash
# domscribe 0.1.3: emphasis parts a word, a quotation ends after a paragraph, and figures and cells get marks nobody
# wrote.
#
# Expected: "in<em>ter</em>nal" is "in*ter*nal"; the second paragraph of a quotation is quoted; a figure is its
# picture and its words; a list that begins with 3 does so in Markdown, and a nested item is indented to the words of
# its own.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check domscribe==0.1.3
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import domscribe

for html in (
    "<p>in<em>ter</em>nal, H<sub>2</sub>O</p>",
    '<ol start="3"><li>Mill</li><li>Bake<ul><li>rye</li></ul></li></ol>',
    "<blockquote><p>One</p><p>Two</p></blockquote>",
    '<figure><img src="a.jpg" alt="A field"><figcaption>In May</figcaption></figure>',
    "<table><tr><th>Day</th><th>Loaf</th></tr><tr><td>Monday</td><td>Rye</td></tr></table>",
):
    print(domscribe.html_to_markdown(html))
PY
diff "$work/seen" - <<'SEEN'
in *ter* nal, H 2 O

1. Mill
2. Bake
  - rye

> One

Two

<-figure->
![A field](a.jpg)

<-figcaption->
 In May

</-figcaption->


</-figure->

| Day <!-- colId: 1 --> | Loaf <!-- colId: 2 --> |
| --- | --- |
| Monday <!-- colId: 1 --> | Rye <!-- colId: 2 --> |

SEEN
echo "as described"
