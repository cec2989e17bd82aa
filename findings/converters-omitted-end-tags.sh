#!/usr/bin/env bash
# markdownify 1.2.3, html2text 2025.4.15, node-html-markdown 2.0.0: items and rows without end tags join.
#
# Expected (HTML, 13.1.2.4): the end tags of list items, cells and rows may be left out; browsers and html5lib
# read such a table or list as if they were there. Much HTML written by hand leaves them out.
# Seen: each relies on a parser that does not imply all end tags. The rows of a table become one row with all
# three, so that the first row of values is part of the heading; with markdownify the items of a list are one
# line, too.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check markdownify==1.2.3 html2text==2025.4.15
npm install --no-audit --no-fund --loglevel=error --prefix "$work" node-html-markdown@2.0.0 >/dev/null
cat >"$work/try.py" <<'PY'
import html2text
import markdownify

for html in ("<ol><li>Mill<li>Bake</ol>", "<table><tr><th>Rye<th>Day<tr><td>flour<td>one</table>"):
    print("markdownify", html, repr(markdownify.markdownify(html)))
    print("html2text", html, repr(html2text.html2text(html)))
PY
cat >"$work/try.mjs" <<'JS'
import { NodeHtmlMarkdown } from "node-html-markdown";

for (const html of ["<ol><li>Mill<li>Bake</ol>", "<table><tr><th>Rye<th>Day<tr><td>flour<td>one</table>"])
  console.log("node-html-markdown", html, JSON.stringify(NodeHtmlMarkdown.translate(html)));
JS
{ "$work/venv/bin/python" -W ignore "$work/try.py" && node "$work/try.mjs"; } | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
markdownify <ol><li>Mill<li>Bake</ol> '1. Mill- Bake'
html2text <ol><li>Mill<li>Bake</ol> '  1. Mill\n  2. Bake\n\n'
markdownify <table><tr><th>Rye<th>Day<tr><td>flour<td>one</table> '|  |  |  |  |\n| --- | --- | --- | --- |\n| Rye Day|  |  | | --- | --- | | flour one | | | |'
html2text <table><tr><th>Rye<th>Day<tr><td>flour<td>one</table> 'Rye| Day| flour| one\n\n'
node-html-markdown <ol><li>Mill<li>Bake</ol> "1. Mill\n2. Bake"
node-html-markdown <table><tr><th>Rye<th>Day<tr><td>flour<td>one</table> "| Rye | Day flour | one |\n| --- | --------- | --- |"
SEEN
echo "as described"
