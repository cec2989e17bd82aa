#!/usr/bin/env bash
# html-to-docx 1.8.0, @turbodocx/html-to-docx 1.23.1: words in <q>, <kbd>, <small> or <time> are not in the document.
#
# Expected: an inline element that a converter to Word has no format for stays as its words.
# Seen: both leave out the element with its words: "She said  and left." Captions of tables and figures vanish, too. Of
# a link with a bold word, html-to-docx keeps no word; it sets lines of code as one line.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-to-docx@1.8.0 @turbodocx/html-to-docx@1.23.1 \
  jszip@3.10.1 >/dev/null
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0
cat >"$work/page.html" <<'HTML'
<p>She said <q>no</q> and left.</p>
<p>Press <kbd>Enter</kbd>, <small>not Tab</small>, until <time datetime="2024-05-01">1 May</time> <cite>Rye</cite>.</p>
<p>See <a href="https://rye.example/">all <b>about</b> rye</a> here.</p>
<table><caption>Harvest</caption><tr><td>rye</td></tr></table>
<figure><p>A sheaf</p><figcaption>Drawn by Ann</figcaption></figure>
<pre>sow:
    rye</pre>
HTML
cat >"$work/try.cjs" <<'JS'
const { readFileSync, writeFileSync } = require("fs");

(async () => {
  for (const name of ["html-to-docx", "@turbodocx/html-to-docx"]) {
    const library = require(name);
    const html = readFileSync("page.html", "utf-8");
    writeFileSync(`${name.replace(/\W/g, "-")}.docx`, await (library.default || library)(html, null, {}));
  }
})();
JS
cat >"$work/try.py" <<'PY'
from docx import Document

for name in ("html-to-docx", "-turbodocx-html-to-docx"):
    print(name)
    document = Document(f"{name}.docx")
    for part in document.iter_inner_content():
        print(repr(part.text) if hasattr(part, "text") else [cell.text for cell in part.rows[0].cells])
PY
node "$work/try.cjs"
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
html-to-docx
'She said  and left.'
'Press , , until .'
'See all  here.'
['rye']
''
'sow:     rye'
-turbodocx-html-to-docx
'She said  and left.'
'Press , , until  .'
'See all about rye here.'
['rye']
''
'sow:\n    rye'
SEEN
echo "as described"
