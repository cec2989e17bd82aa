#!/usr/bin/env bash
# mkdocs-include-markdown-plugin 7.3.0: of an included page the header is shown, some headings keep their level, code changes.
#
# Expected: "include-markdown" puts the text of a page of the site into another: without its front matter, which MkDocs
# shows nowhere; "heading-offset" moves all headings, of either form (CommonMark 4.2 and 4.3); code stays as it is.
# Seen: the front matter is a rule and a heading "title: Oats". A heading that is underlined keeps its level, so that it
# stands above that of the page which includes it. In code, an example of a link is changed with the links of the text.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mkdocs==1.6.1 mkdocs-include-markdown-plugin==7.3.0 Markdown==3.10 beautifulsoup4==4.14.3
mkdir -p docs/grain
printf '# Grain\n\n{%% include-markdown "grain/oats.md" heading-offset=1 %%}\n' >docs/index.md
printf '# Rye\n' >docs/grain/rye.md
cat >docs/grain/oats.md <<'MD'
---
title: Oats
---
# Oats

Like [rye](rye.md), written `[rye](rye.md)`.

When to sow
===========

In March.
MD
cat >mkdocs.yml <<'YAML'
site_name: Rye
site_url: https://rye.example/
plugins: [include-markdown]
YAML
venv/bin/mkdocs build --strict --quiet --site-dir out 2>/dev/null
venv/bin/python - <<'PY' | tee "$work/seen"
from bs4 import BeautifulSoup

for path in ("out/grain/oats/index.html", "out/index.html"):
    with open(path, encoding="utf-8") as file:
        main = BeautifulSoup(file, "html.parser").find(role="main")
    print(path)
    for element in main.find_all(["h1", "h2", "h3", "hr", "p"]):
        print("  ", element)
PY
diff "$work/seen" - <<'SEEN'
out/grain/oats/index.html
   <h1 id="oats">Oats</h1>
   <p>Like <a href="../rye/">rye</a>, written <code>[rye](rye.md)</code>.</p>
   <h1 id="when-to-sow">When to sow</h1>
   <p>In March.</p>
out/index.html
   <h1 id="grain">Grain</h1>
   <hr/>
   <h2 id="title-oats">title: Oats</h2>
   <h2 id="oats">Oats</h2>
   <p>Like <a href="grain/rye/">rye</a>, written <code>[rye](grain/rye.md)</code>.</p>
   <h1 id="when-to-sow">When to sow</h1>
   <p>In March.</p>
SEEN
echo "as described"
