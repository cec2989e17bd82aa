#!/usr/bin/env bash
# html-to-jira 0.1.4: emphasis within a paragraph stands on a line of its own, two quoted paragraphs are one word, and
# braces and stars are not escaped.
#
# Expected: a sentence stays on its line, as every line end is one in Jira's markup; a quotation is between two marks
# of {quote}; "*", "{" and "[" of a text are escaped.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check html-to-jira==0.1.4
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
from html_to_jira.converter import html_to_jira

for html in (
    "<p>A <em>good</em> year at the <a href='https://rye.example/'>mill</a>, 2 * 3 * 4 {x} [y]</p>",
    "<blockquote><p>One</p><p>Two</p></blockquote>",
    "<dl><dt>Rye</dt><dd>A grain</dd></dl>",
    "<ol><li>Bake<ul><li>rye</li></ul></li></ol>",
    "<pre>if rye:\n    mill()</pre>",
):
    print(html_to_jira(html))
    print("--")
PY
diff "$work/seen" - <<'SEEN'
A
_good_
year at the
[mill|https://rye.example/]
, 2 * 3 * 4 {x} [y]
--
OneTwo
--
RyeA grain
--
# Bake
** rye
--
if rye:
    mill()
--
SEEN
echo "as described"
