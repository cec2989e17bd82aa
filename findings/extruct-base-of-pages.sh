#!/usr/bin/env bash
# extruct 0.18.0: with <base>, links of microdata lead elsewhere, those of microformats do not; JSON-LD in CDATA ends
# it all.
#
# Expected (HTML, 2.4.2 and 5.2.4): an address in a page is relative to its <base>, whichever the vocabulary; so is a
# picture of Open Graph, once it is made absolute; one script that cannot be read costs that script.
# Seen: the same link is two addresses, by vocabulary; pictures of Open Graph stay relative. A script in
# "//<![CDATA[", as pages in XHTML have it, raises an error, and nothing of the page is extracted unless one says
# "errors='ignore'", which loses the other scripts, too.
#
# Exits 0 while that is so, 1 once it has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check extruct==0.18.0
"$work/venv/bin/python" -W ignore - <<'PY' | tee "$work/seen"
import extruct

PAGE = """<html><head><base href="https://rye.example/blog/"><meta property="og:image" content="mill.jpg"></head><body>
<div itemscope itemtype="https://schema.org/Article"><a itemprop="url" href="rye">Rye</a></div>
<div class="h-entry"><a class="u-url" href="rye">Rye</a></div></body></html>"""
SCRIPTS = """<script type="application/ld+json">{"@type": "Article", "headline": "Rye"}</script>
<script type="application/ld+json">//<![CDATA[
{"@type": "Person", "name": "Ann"}
//]]></script>"""
found = extruct.extract(PAGE, base_url="https://rye.example/", syntaxes=["microdata", "microformat", "opengraph"])
print("microdata", found["microdata"][0]["properties"]["url"])
print("microformats", found["microformat"][0]["properties"]["url"])
print("Open Graph", found["opengraph"][0]["properties"])
try:
    print(extruct.extract(SCRIPTS, syntaxes=["json-ld"]))
except ValueError as error:
    print(type(error).__name__, error)
print(extruct.extract(SCRIPTS, syntaxes=["json-ld"], errors="ignore"))
PY
diff "$work/seen" - <<'SEEN'
microdata https://rye.example/rye
microformats ['https://rye.example/blog/rye']
Open Graph [('og:image', 'mill.jpg')]
JSONDecodeError Extra data: line 3 column 1 (char 36)
{}
SEEN
echo "as described"
