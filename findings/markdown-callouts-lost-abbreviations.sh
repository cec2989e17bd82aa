#!/usr/bin/env bash
# markdown-callouts 0.4.0 with Markdown 3.10: of "USA: **Texas** and Maine" the first word is gone.
#
# Expected: "NOTE:", "TIP:" or "WARNING:" at the start of a paragraph begin a note, as the README shows. An abbreviation
# with a colon after it is the word that it was.
# Seen: whatever has two capitals and a colon begins a note: "HTTP: ..." has the title "Http". Where bold words follow,
# these are the title, and the abbreviation is nowhere on the page.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check Markdown==3.10 markdown-callouts==0.4.0
cat >try.py <<'PY'
import markdown

TEXTS = ("NOTE: Bring bread.", "HTTP: the protocol of the web.", "USA: **Texas** and Maine grow rye.")

for text in TEXTS:
    for name, extensions in (("without:", []), ("with:   ", ["callouts"])):
        print(name, markdown.markdown(text, extensions=extensions).replace("\n", " "))
PY
venv/bin/python try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
without: <p>NOTE: Bring bread.</p>
with:    <div class="admonition note"> <p class="admonition-title">Note</p> <p>Bring bread.</p> </div>
without: <p>HTTP: the protocol of the web.</p>
with:    <div class="admonition http"> <p class="admonition-title">Http</p> <p>the protocol of the web.</p> </div>
without: <p>USA: <strong>Texas</strong> and Maine grow rye.</p>
with:    <div class="admonition usa"> <p class="admonition-title">Texas</p> <p> and Maine grow rye.</p> </div>
SEEN
echo "as described"
