#!/usr/bin/env bash
# markdown-callouts 0.4.0: a paragraph that begins "PS: " or "BBC: " becomes a box with the title "Ps" or "Bbc".
#
# Expected: words such as NOTE, TIP and WARNING make a box, as those of its documentation do.
# Seen: any word in capitals before a colon does, also that of a speaker or an abbreviation, and its title has small
# letters. "Q: " and "A: " (one letter) are left alone.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdown-callouts==0.4.0 markdown==3.10
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import markdown

for text in ("NOTE: Rye is dark.", "PS: Bring bread.", "BBC: The mill burned.", "ANNA: Who is there?", "Q: Why?"):
    print(markdown.markdown(text, extensions=["callouts"]))
PY
diff "$work/seen" - <<'SEEN'
<div class="admonition note">
<p class="admonition-title">Note</p>
<p>Rye is dark.</p>
</div>
<div class="admonition ps">
<p class="admonition-title">Ps</p>
<p>Bring bread.</p>
</div>
<div class="admonition bbc">
<p class="admonition-title">Bbc</p>
<p>The mill burned.</p>
</div>
<div class="admonition anna">
<p class="admonition-title">Anna</p>
<p>Who is there?</p>
</div>
<p>Q: Why?</p>
SEEN
echo "as described"
