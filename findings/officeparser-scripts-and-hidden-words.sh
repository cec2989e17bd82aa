#!/usr/bin/env bash
# officeparser 8.1.1: any document as HTML loads a program from another site, and words that Word hides show.
#
# Expected: HTML of a text is its words; what Word hides stays out, as what is deleted does; the hyphen that does not
# break in "e-mail" is one.
# Seen: each page has a <script> of charts from a public server, which so learns of every reader, though there is no
# chart. Words with "vanish" are in the text, and "e-mail" is "email".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" officeparser@8.1.1 >/dev/null
cat >"$work/make.py" <<'PY'
import zipfile

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
BODY = """<w:p><w:r><w:t xml:space="preserve">Seen </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>
<w:p><w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t></w:r></w:p><w:p><w:r><w:t>The end.</w:t></w:r></w:p>"""
with zipfile.ZipFile("text.docx", "w") as file:
    file.writestr("[Content_Types].xml", f"""<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"
ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")
    file.writestr("_rels/.rels", f"""<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
Target="word/document.xml"/></Relationships>""")
    file.writestr("word/document.xml", f"""<w:document xmlns:w="{MAIN}"><w:body>
{BODY}</w:body></w:document>""")
PY
python3 make.py
cat >"$work/try.cjs" <<'JS'
const { convert } = require("officeparser");

(async () => {
  console.log((await convert("text.docx", "md")).value.replace(/\n\n+/g, "\n").trim());
  console.log((await convert("text.docx", "html")).value.match(/<script[^>]*>/)?.[0] ?? "no script");
})();
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
Seen hidden
email
The end.
<script src="https://cdn.jsdelivr.net/npm/chart.js">
SEEN
echo "as described"
