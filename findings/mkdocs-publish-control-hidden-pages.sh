#!/usr/bin/env bash
# mkdocs-publish-control 0.1.2 with MkDocs 1.6.1: a page that says "hidden: yes" is published.
#
# Expected: a page whose front matter has "hidden" as true is left out of the site, however YAML writes it: MkDocs reads
# "yes" as true, and two spaces after the colon as one; "---" ends the front matter in a line of its own.
# Seen: the plugin looks for the letters "hidden: true" before the next "---": pages with "hidden: yes", two spaces, or
# "---" in their title are published. A page that speaks of "hidden: true" in its description is not.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-publish-control==0.1.2
mkdir docs
page() { printf -- '---\n%s\n---\n# %s\n' "$2" "$1" >"docs/$1.md"; }
echo "# Home" >docs/index.md
page true "hidden: true"
page yes "hidden: yes"
page spaces "hidden:  true"
page hyphens $'title: Rye --- a draft\nhidden: true'
page described "description: 'What hidden: true does'"
printf 'site_name: Mill\nplugins: [search, publish-control]\n' >mkdocs.yml
cat >try.py <<'PY'
from pathlib import Path

from mkdocs.utils.meta import get_data

for path in sorted(Path("docs").glob("*.md")):
    hidden = get_data(path.read_text())[1].get("hidden", False)
    published = (Path("site", path.stem, "index.html")).exists() or path.stem == "index"
    print(f"{path.stem}: hidden is {hidden}, page is {'published' if published else 'left out'}")
PY
venv/bin/mkdocs build --quiet >/dev/null 2>&1
venv/bin/python try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
described: hidden is False, page is left out
hyphens: hidden is True, page is published
index: hidden is False, page is published
spaces: hidden is True, page is published
true: hidden is True, page is left out
yes: hidden is True, page is published
SEEN
echo "as described"
