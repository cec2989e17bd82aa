#!/usr/bin/env bash
# org-python 0.3.2: the character after a link or a footnote is lost, and what is hidden shows.
#
# Expected: an Org file's text stays: a space or a full stop after a link or a footnote is part of the sentence;
# what is below a heading tagged "noexport" is not exported (Org manual, 13.2).
# Seen: what follows "]" is swallowed, and words join; hidden sections are in the HTML, with the mark that hides them,
# and the text of a footnote is a paragraph that begins with a second reference to itself.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check org-python==0.3.2
"$work/venv/bin/python" - <<'PY' | tee "$work/seen"
from orgpython import to_html

for text in (
    "Ask the [[https://digest.example/][mill]] and wait.",
    "Rye keeps[fn:1].\n\n[fn:1] A week.",
    "* Rye :noexport:\nAsk Ann.",
):
    print(to_html(text, toc=False).replace("\n", ""))
PY
diff "$work/seen" - <<'SEEN'
<p>Ask the <a href="https://digest.example/">mill</a>and wait.</p>
<p>Rye keeps<sup><a id="fnr:1" class="footref" href="#fn.1">1</a></sup></p><p><sup><a id="fnr:1" class="footref" href="#fn.1">1</a></sup>A week.</p>
<h1 id="org-56b46d2938">Rye :noexport:</h1><p>Ask Ann.</p>
SEEN
echo "as described"
