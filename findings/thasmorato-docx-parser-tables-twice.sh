#!/usr/bin/env bash
# @thasmorato/docx-parser 1.4.0: the words of a table come twice, and the table stands after all the text.
#
# Expected: the parts of a document come in their order, each once: a paragraph, the table, a paragraph.
# Seen: every cell is a paragraph of its own in the text, and all tables come again behind the last paragraph, so that
# a table cannot be put back under the words that introduce it.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @thasmorato/docx-parser@1.4.0 jszip@3.10.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { extractText, parseDocxToArray } from "@thasmorato/docx-parser";
import JSZip from "jszip";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const run = (text, format = "") => `<w:r><w:rPr>${format}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...runs) => `<w:p>${runs.join("")}</w:p>`;
const file = async (body) => {
  const zip = new JSZip();
  zip.file(
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  zip.file("_rels/.rels", `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`);
  zip.file(
    "word/_rels/document.xml.rels",
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId9" Type="${OFFICE}/hyperlink" Target="https://quay.example/" TargetMode="External"/></Relationships>`,
  );
  zip.file("word/document.xml", `<w:document ${W}><w:body>${body}</w:body></w:document>`);
  return zip.generateAsync({ type: "nodebuffer" });
};

const cell = (text) => `<w:tc>${paragraph(run(text))}</w:tc>`;
const document = await file(
  [
    paragraph(run("The prices:")),
    `<w:tbl><w:tr>${cell("oil")}${cell("4")}</w:tr><w:tr>${cell("wick")}${cell("1")}</w:tr></w:tbl>`,
    paragraph(run("All are for a litre.")),
  ].join(""),
);
for (const { type, content } of await parseDocxToArray(document)) {
  if (type !== "metadata") console.log(type, JSON.stringify(content));
}
console.log(JSON.stringify(await extractText(document)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
paragraph "The prices:"
paragraph "oil"
paragraph "4"
paragraph "wick"
paragraph "1"
paragraph "All are for a litre."
table [{"cells":[{"content":"oil"},{"content":"4"}],"isHeader":false},{"cells":[{"content":"wick"},{"content":"1"}],"isHeader":false}]
"The prices:\noil\n4\nwick\n1\nAll are for a litre.\noil\t4\nwick\t1"
SEEN
echo "as described"
