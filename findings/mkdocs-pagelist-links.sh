#!/usr/bin/env bash
# mkdocs-pagelist-plugin 0.2.2 with MkDocs 1.6.1: the links of a list lead nowhere but on the front page.
#
# Expected: the list of pages with a tag leads to them from any page, with the directory addresses ("posts/rye/") that
# MkDocs has by default. In code, "{pagelist}" is what it says.
# Seen: the folder of a page is found as if its address ended with a file: on /posts/rye/ the link to /posts/oats/ is
# "oats", which is /posts/rye/oats. On a page of the root, /mill/, all lead below it. An example in code is a list.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-pagelist-plugin==0.2.2
mkdir -p docs/posts
printf '# Home\n\n{pagelist 9 grain}\n' | tee docs/index.md >docs/mill.md
printf -- '---\ntags: [grain]\n---\n# Rye\n\nWrite `{pagelist 9 grain}`.\n' >docs/posts/rye.md
printf -- '---\ntags: [grain]\n---\n# Oats\n' >docs/posts/oats.md
printf 'site_name: Mill\nplugins: [pagelist]\n' >mkdocs.yml
venv/bin/mkdocs build --quiet >/dev/null 2>&1
cat >try.py <<'PY'
import re
from pathlib import Path
from urllib.parse import urljoin

for page in ("", "mill/", "posts/rye/"):
    text = Path("site", page, "index.html").read_text()
    for link in re.findall('<li><a href="([^"]*)">Oats', text):
        address = urljoin(f"/{page}", link)
        there = Path(f"site{address}", "index.html").exists()
        print(f"/{page}: Oats is {link!r}, {address},", "which is there" if there else "which is not there")
print("code:", re.search("<code>(.{12})", Path("site/posts/rye/index.html").read_text())[1])
PY
python3 try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
/: Oats is 'posts/oats', /posts/oats, which is there
/mill/: Oats is 'posts/oats', /mill/posts/oats, which is not there
/posts/rye/: Oats is 'oats', /posts/rye/oats, which is not there
code: <div class="
SEEN
echo "as described"
