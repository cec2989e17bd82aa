#!/usr/bin/env bash
# foliate 0.12.0: a link with its own words in a table ends the feed, and links find no notes in folders.
#
# Expected: Obsidian's syntax is supported, in which [[Rye]] finds the note by its name in any folder ("Internal
# links"), and "\|" parts a link from its words in a table. Code stays as it is. A feed is well-formed XML, and its
# addresses are complete, or the feed says what they are relative to (RFC 4287, 2).
# Seen: the name in such a link holds a mark of Python-Markdown's own between control characters, which XML does not
# have: no parser reads the feed. A link to a note in a folder leads to where none is. A picture with its width becomes
# HTML within code. Pictures and links of the feed have the addresses of the page, which no xml:base completes.
#
# Needs Python 3.12 or later, as the package does.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for python in python3 python3.13 python3.12 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python; do
  if "$python" -c "import sys; sys.exit(sys.version_info < (3, 12))" 2>/dev/null; then break; fi
done
"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check foliate==0.12.0
mkdir -p vault/Notes
cat >vault/Home.md <<'MD'
---
public: true
published: true
---
See [[Rye]] in ![A field|100](field.png), written `![A field|100](field.png)`.
MD
printf -- '---\npublic: true\npublished: true\n---\n# Rye\n\nSow.\n' >vault/Notes/Rye.md
cd vault
{ ../venv/bin/foliate init && ../venv/bin/foliate build; } >/dev/null 2>&1
cp .foliate/build/feed.xml ../plain.xml
printf '\n| a |\n|---|\n| [[Home\\|this page]] |\n' >>Home.md
../venv/bin/foliate build >/dev/null 2>&1
cat >../show.py <<'PY'
import re
from pathlib import Path
from xml.etree import ElementTree

build = Path(".foliate/build")
print(sorted(str(path.parent.relative_to(build)) for path in build.glob("wiki/**/index.html")))
plain = Path("../plain.xml").read_text(encoding="utf-8")
print("xml:base" in plain, *re.findall("<p>See.*?</p>", plain))
print(re.findall("<td>(.*?)</td>", (build / "wiki/Home/index.html").read_text(encoding="utf-8")))
try:
    ElementTree.parse(build / "feed.xml")
except ElementTree.ParseError as error:
    print("with the table:", str(error).split(":")[0])
PY
../venv/bin/python ../show.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
['wiki', 'wiki/Home', 'wiki/Notes/Rye']
False <p>See <a class="wikilink" href="/wiki/Rye/">Rye</a> in <img src="field.png" alt="A field" width="100">, written <code>&lt;img src="field.png" alt="A field" width="100"&gt;</code>.</p>
['<span class="wikilink-private" data-wiki-path="Home\x02klzzwxh:0003\x03this-page">Home|this page</span>']
with the table: not well-formed (invalid token)
SEEN
echo "as described"
