#!/usr/bin/env bash
# pelican-obsidian-callouts 1.0.1 with Pelican 4.12.0: the title of a callout ends before its first emphasis or code.
#
# Expected: the line after "[!note]" is the title, with the formatting that Obsidian shows in it; what follows is the
# callout's text.
# Seen: the title is what stands before the first mark: the rest of the line begins the text, so that "Sow `rye` early"
# has the title "Sow". With a link or emphasis first, the callout has its type as its title. A title without marks
# is right.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pelican==4.12.0 markdown==3.10.2 pelican-obsidian-callouts==1.0.1
mkdir content
number=0
for title in 'Sow early' 'Sow `rye` early' '*Only* rye' 'See [oats](https://oats.example) first'; do
  number=$((number + 1))
  printf 'Title: %s\nDate: 2024-01-02\nSlug: post-%s\n\n> [!note] %s\n> Words.\n' $number $number "$title" >content/$number.md
done
printf 'SITEURL = "https://digest.example"\nTIMEZONE = "UTC"\nPLUGINS = ["obsidian_callouts"]\n' >settings.py
"$work/venv/bin/pelican" content -s settings.py -o site >log 2>&1
cat >"$work/try.py" <<'PY'
import re
from pathlib import Path

for page in sorted(Path("site").glob("post-*.html")):
    html = page.read_text(encoding="utf-8")
    parts = [re.search(rf'callout-{part}">(.*?)</div>', html, re.S)[1] for part in ("title", "body")]
    print(*(re.sub(r"<[^>]+>", "", part).split() for part in parts))
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
['Sow', 'early'] ['Words.']
['Sow'] ['rye', 'early', 'Words.']
['Note'] ['Only', 'rye', 'Words.']
['See'] ['oats', 'first', 'Words.']
SEEN
echo "as described"
