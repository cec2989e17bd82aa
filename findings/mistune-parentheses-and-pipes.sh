#!/usr/bin/env bash
# mistune 3.4.0: an address with brackets is cut, "|" in code of a table has a backslash, words have a part explained.
#
# Expected (GFM 6.9 and 4.10; HTML 3.2.6): brackets that are a pair belong to an address; "\|" in a cell is "|", in code,
# too; an id is there once; an abbreviation is a word of its own, as in PHP Markdown Extra.
# Seen: the plugin for addresses ends "https://rye.example/mill_(old)" before the bracket, so that the link leads elsewhere.
# Code in a cell keeps the backslash. Two references to one note have the same id. "XHTML" is "X" and an explained "HTML".
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mistune==3.4.0
cat >try.py <<'PY'
import re

import mistune

render = mistune.create_markdown(plugins=["url", "table", "footnotes", "abbr"])
TEXTS = (
    "See https://rye.example/mill_(old).",
    "| code |\n| ---- |\n| `a\\|b` |",
    "Rye[^1], oats[^1].\n\n[^1]: A note.",
    "HTML and XHTML.\n\n*[HTML]: A language",
)
for text in TEXTS:
    print(re.sub(r"\s*\n\s*", "", render(text)))
PY
venv/bin/python try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p>See <a href="https://rye.example/mill_(old">https://rye.example/mill_(old</a>).</p>
<table><thead><tr><th>code</th></tr></thead><tbody><tr><td><code>a\|b</code></td></tr></tbody></table>
<p>Rye<sup class="footnote-ref" id="fnref-1"><a href="#fn-1">1</a></sup>, oats<sup class="footnote-ref" id="fnref-1"><a href="#fn-1">1</a></sup>.</p><section class="footnotes"><ol><li id="fn-1"><p>A note.<a href="#fnref-1" class="footnote">&#8617;</a></p></li></ol></section>
<p><abbr title="A language">HTML</abbr> and X<abbr title="A language">HTML</abbr>.</p>
SEEN
echo "as described"
