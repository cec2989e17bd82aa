#!/usr/bin/env bash
# bbcodepy 0.2.0: code with a bracket in it goes on to the end of the post, and who is quoted stands below the
# quotation.
#
# Expected: within [code] other marks are text, and [/code] ends it; a list is a list; the author of a quotation
# stands before what is quoted.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check bbcodepy==0.2.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import bbcodepy

for text in (
    "[code]if [b] < c[/code] Then [i]mill[/i] it.",
    "[list][*]rye[*]oats[/list]",
    "[quote=Ann]Sow.[/quote] [b]Mill, [url=https://rye.example/]here[/url].",
    "See https://rye.example/ and [url]https://rye.example/a[/url]",
):
    print(bbcodepy.Parser().to_html(text))
PY
diff "$work/seen" - <<'SEEN'
<pre class="prettyprint linenums">if [b] &lt; c Then [i]mill[/i] it.[/b]</pre>
<ul><li>rye</li><li>oats</li></ul>
<blockquote>Sow.<small>Ann</small></blockquote> <strong>Mill, <a href="https://rye.example/" target="_blank">here</a>.</strong>
See <a href="https://rye.example/" target="_blank">https://rye.example/</a> and <a href="https://rye.example/a" target="_blank">https://rye.example/a</a>
SEEN
echo "as described"
