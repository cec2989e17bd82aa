#!/usr/bin/env bash
# zettelkastenwiki 0.6.1: descriptions change names, links to missing notes lead to the front page, lists start with 1.
#
# Expected: a description has the words of the page: "max_price" stays one word, "2 > 1" keeps its sign, and a table's
# bars are none. What stands in code is shown as it is written, in a line as in a block; a list begins with its first
# number (CommonMark 0.31, 5.3); a link to a note that does not exist is shown as such, or reported.
# Seen: underscores and ">" are taken out of descriptions, which go to previews and search engines. A link within code
# in a line is made a link, and its brackets go. A missing note leads to the front page without a word. "3." is 1.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check zettelkastenwiki==0.6.1
mkdir -p wiki/notes
printf -- '---\ntitle: Mill\n---\nIt grinds.\n' >wiki/notes/mill.md
cat >wiki/notes/rye.md <<'MD'
---
title: Rye
---
The field max_price is for 2 > 1 sacks. Write `[[mill]]` for [[mill]], and see [[oven]].

3. Bake
4. Eat
MD
cat >make.py <<'PY'
import re
from pathlib import Path

from zettelkastenwiki import GroupSpec, SiteConfig, publish

publish(
    SiteConfig(
        base_url="https://rye.example/kb",
        site_name="Rye",
        wiki_root=Path("wiki"),
        groups=(GroupSpec(name="notes", nav_label="Notes", home_style="cards", jsonld_type="article"),),
    ),
    "out/",
)
text = Path("out/notes/rye/index.html").read_text(encoding="utf-8")
print(re.search('<meta name="description" content="(.*?)">', text)[1])
print(*re.findall("<p>The.*?</p>|<ol.*?</ol>", text, re.S), sep="\n")
PY
venv/bin/python make.py 2>&1 | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
The field max price is for 2 1 sacks. Write mill for mill, and see oven. 3. Bake 4. Eat
<p>The field max_price is for 2 &gt; 1 sacks. Write <code><a href="/kb/notes/mill/">Mill</a></code> for <a href="/kb/notes/mill/">Mill</a>, and see <a href="/kb/">oven</a>.</p>
<ol><li>Bake</li><li>Eat</li></ol>
SEEN
echo "as described"
