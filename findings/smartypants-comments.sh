#!/usr/bin/env bash
# smartypants 2.0.2 (PyPI) and 0.2.2 (npm): a paragraph in a comment is shown on the page; attributes and styles break.
#
# Expected: a comment may have two hyphens in its text (HTML Living Standard, 13.1.6), an attribute in quotes a ">"
# (13.1.2.3), and in <style> stand no words. A typographer leaves all three alone.
# Seen: for Python, a comment with two hyphens is text: "<!--" becomes "<!&#8212;", which a browser reads to the first
# ">", and shows what comes after. So does Pelican 4.12.0 with TYPOGRIFY, through typogrify 2.1.0: a note that an
# author had commented out is published. In both, an attribute ends at its ">", so that its closing mark is made a
# typographic one and the tag does not end; for JavaScript, <style> is text, too.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  smartypants==2.0.2 typogrify==2.1.0 pelican==4.12.0 Markdown==3.10 html5lib==1.1
npm install --no-audit --no-fund --loglevel=error --prefix "$work" smartypants@0.2.2 >/dev/null
mkdir content
cat >content/rye.md <<'MD'
Title: Rye
Date: 2024-01-02

Sow it.

<!-- <p>Draft -- ask Ann about the price.</p> -->
MD
printf 'PLUGINS = []\nTYPOGRIFY = True\n' >pelicanconf.py
venv/bin/pelican content -o out -s pelicanconf.py --quiet >/dev/null
cat >try.py <<'PY'
import json
import subprocess

import html5lib
import smartypants

NODE = "process.stdout.write(require('smartypants').smartypants(process.argv[1]))"
for html in (
    "<p>A</p><!-- <p>Draft -- ask Ann</p> -->",
    "<p>A</p><!-- <p>Draft: ask Ann</p> -->",
    "<p title='B > A'>C</p>",
    '<style>q::before { content: "»" }</style>',
):
    print(json.dumps(html, ensure_ascii=False))
    print("  PyPI", smartypants.smartypants(html))
    print("  npm ", subprocess.check_output(["node", "-e", NODE, html], text=True))
with open("out/rye.html", encoding="utf-8") as file:
    page = html5lib.parse(file.read(), namespaceHTMLElements=False)
print("Pelican's page:", [text for text in page.find("body").itertext() if "Ann" in text])
PY
venv/bin/python -W ignore try.py | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<p>A</p><!-- <p>Draft -- ask Ann</p> -->"
  PyPI <p>A</p><!&#8212; <p>Draft &#8212; ask Ann</p> &#8212;>
  npm  <p>A</p><!-- <p>Draft -- ask Ann</p> -->
"<p>A</p><!-- <p>Draft: ask Ann</p> -->"
  PyPI <p>A</p><!-- <p>Draft: ask Ann</p> -->
  npm  <p>A</p><!-- <p>Draft: ask Ann</p> -->
"<p title='B > A'>C</p>"
  PyPI <p title='B > A&#8217;>C</p>
  npm  <p title='B > A&#8217;>C</p>
"<style>q::before { content: \"»\" }</style>"
  PyPI <style>q::before { content: "»" }</style>
  npm  <style>q::before { content: &#8220;»&#8221; }</style>
Pelican's page: ['Draft — ask Ann about the\xa0price.']
SEEN
echo "as described"
