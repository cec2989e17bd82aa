#!/usr/bin/env bash
# mkdocs-img2fig-plugin 0.9.3: a picture with a title is not found, and a quotation mark ends its description.
#
# Expected: ![Rye](rye.svg "In May") has the address "rye.svg", a description and a title (CommonMark 6.4); the plugin puts
# it into a figure. In code it is an example.
# Seen: address and title are taken for the address, quotation marks and all: the attribute ends within, and the browser asks
# for "rye.svg%20". A quotation mark in the description ends it. Code that shows a picture shows HTML.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mkdocs==1.6.1 mkdocs-img2fig-plugin==0.9.3 Markdown==3.10 beautifulsoup4==4.14.3
mkdir docs
cat >docs/index.md <<'MD'
# Rye

![Plain](rye.svg)

![Titled](rye.svg "In May")

![The "tall" one](rye.svg)

```
![Code](rye.svg)
```
MD
echo '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' >docs/rye.svg
cat >mkdocs.yml <<'YAML'
site_name: Rye
site_url: https://rye.example/
plugins: [img2fig]
markdown_extensions: [fenced_code]
YAML
venv/bin/mkdocs build --quiet --site-dir out 2>/dev/null
venv/bin/python - <<'PY' | tee "$work/seen"
from bs4 import BeautifulSoup

with open("out/index.html", encoding="utf-8") as file:
    main = BeautifulSoup(file, "html.parser").find(role="main")
for picture in main.find_all("img"):
    print(picture.attrs)
print(repr(main.code.get_text()))
PY
diff "$work/seen" - <<'SEEN'
{'src': 'rye.svg', 'alt': 'Plain'}
{'src': 'rye.svg ', 'in': '', 'may""': '', 'alt': 'Titled'}
{'src': 'rye.svg', 'alt': 'The ', 'tall"': '', 'one"': ''}
'<figure class="figure-image">\n  <img src="rye.svg" alt="Code">\n  <figcaption>Code</figcaption>\n</figure>\n'
SEEN
echo "as described"
