#!/usr/bin/env bash
# markdown-gfm-admonition 0.3.0 with Python-Markdown 3.10: a quotation before a box becomes part of the box.
#
# Expected (GitHub, "Alerts"): a box is a quotation whose first line is its mark; one before it, after an empty line,
# stays a quotation, as with markdown-github-alerts 0.2. "\[!NOTE\]" is text, by which one shows how a box is written.
# Seen: the words of the quotation come first in the box, whose name follows them: who is quoted becomes who notes. A
# mark that is escaped makes a box, too, and takes the rest of its line for the name.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-gfm-admonition==0.3.0 Markdown==3.10
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import markdown

for text in (
    "> Rye is sown in October. – Ann\n\n> [!NOTE]\n> She moved since.",
    "> \\[!NOTE\\] makes a box.\n> So does \\[!TIP\\].",
):
    print(markdown.markdown(text, extensions=["gfm_admonition"]))
PY
diff "$work/seen" - <<'SEEN'
<div class="admonition note">
<p>Rye is sown in October. – Ann</p>
<p class="admonition-title">Note</p>
<p>She moved since.</p>
</div>
<div class="admonition note">
<p class="admonition-title">makes a box.</p>
<p>So does [!TIP].</p>
</div>
SEEN
echo "as described"
