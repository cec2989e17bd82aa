#!/usr/bin/env bash
# docx-tables 0.3.0: a cell whose text has a bold word or a space at its end is empty, and an empty cell moves the row.
#
# Expected (ISO/IEC 29500-1, 17.3.2 and 17.4): the text of a cell is that of all runs of its paragraphs. Word begins a new
# run with every change of format, and writes xml:space="preserve" where a text has a space at an end; links hold runs of
# their own.
# Seen: only a paragraph of one run without that attribute is read: "Rye " and "Old <b>rye</b>" are "", as are links and
# what was added with changes tracked. Of a row that begins with an empty cell the second cell is the first of the result.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" docx-tables@0.3.0 jszip@3.10.1 >/dev/null
cat >"$work/try.cjs" <<'JS'
const fs = require("node:fs");
const JSZip = require("jszip");
const docxTables = require("docx-tables");

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const run = (text, format = "") => `<w:r>${format}<w:t>${text}</w:t></w:r>`;
const rows = {
  plain: run("Rye"),
  space: '<w:r><w:t xml:space="preserve">Rye </w:t></w:r>',
  "bold word": run("Old-") + run("rye", "<w:rPr><w:b/></w:rPr>"),
  link: `<w:hyperlink w:anchor="rye">${run("Rye")}</w:hyperlink>`,
  added: `<w:ins w:id="1" w:author="Ann">${run("Rye")}</w:ins>`,
  empty: "",
};
(async () => {
  const cell = (content) => `<w:tc><w:p>${content}</w:p></w:tc>`;
  const table = Object.entries(rows).map(([name, content]) => `<w:tr>${cell(content)}${cell(run(name))}</w:tr>`).join("");
  const zip = new JSZip();
  zip.file("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  zip.file("word/document.xml", `<w:document xmlns:w="${word}"><w:body><w:tbl>${table}</w:tbl><w:p/></w:body></w:document>`);
  fs.writeFileSync("table.docx", await zip.generateAsync({ type: "nodebuffer" }));
  const [read] = await docxTables({ file: "table.docx" });
  for (const row of Object.values(read)) console.log(JSON.stringify(row.map((each) => each.data)));
})();
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
["Rye\n","plain\n"]
["","space\n"]
["","bold word\n"]
["","link\n"]
["","added\n"]
["empty\n"]
SEEN
echo "as described"
