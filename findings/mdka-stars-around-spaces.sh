#!/usr/bin/env bash
# mdka 3.3.0: bold words in spaces show their stars, and a summary or an address joins what follows.
#
# Expected (CommonMark 6.2): "** rye**" is no emphasis, so that a converter sets the spaces outside of it; a <summary>
# and an <address> are blocks, whose words are apart from those below.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mdka==3.3.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import mdka

for html in (
    "<p>Sow<b> rye </b>in May, <i> oats</i> in April.</p>",
    "<details><summary>More</summary>Inside</details>",
    "<address>Mill Lane</address>Open in May",
):
    print(mdka.html_to_markdown(html))
PY
diff "$work/seen" - <<'SEEN'
Sow** rye** in May, * oats* in April.

MoreInside

Mill LaneOpen in May

SEEN
echo "as described"
