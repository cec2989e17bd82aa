#!/usr/bin/env bash
# mdformat-obsidian 0.3.2 with mdformat 1.0.0: a link of Obsidian, [[Rye]], gets backslashes and is a link no more.
#
# Expected: a formatter for Obsidian leaves links and embedded pictures of Obsidian as they are, as it does callouts.
# Seen: "[[Rye]]" becomes "\[[Rye]\]", which Obsidian shows as words; so does an embedded picture. Highlights, comments and
# names of blocks stay. The plugin mdformat-wikilink keeps them, but is not installed with it.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mdformat-obsidian==0.3.2 mdformat==1.0.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import mdformat

for note in ("[[Rye]]", "[[Rye|the grain]]", "![[loaf.png]]", "==bold claim== ^claim", "> [!note] Rye\n> It is dark."):
    print(mdformat.text(note, extensions=["obsidian"]).rstrip())
PY
diff "$work/seen" - <<'SEEN'
\[[Rye]\]
\[[Rye|the grain]\]
!\[[loaf.png]\]
==bold claim== ^claim
> [!NOTE] Rye
> It is dark.
SEEN
echo "as described"
