#!/usr/bin/env bash
# @thasmorato/docx-parser 1.4.0: a word that is partly bold is two words, and deleted words are back.
#
# Expected: runs of a paragraph follow each other without anything between; what is marked as deleted (<w:del>) is not
# in the text; &amp; in the XML is &; what is turned off (w:val="0") is off.
# Seen: each run is set apart by a space: “lamp light”, “oil ,”. Deleted words stand among the others. References of
# XML are in the text. A run that says it is not slanted makes the paragraph slanted.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @thasmorato/docx-parser@1.4.0 jszip@3.10.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { parseDocxToArray } from "@thasmorato/docx-parser";
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

const document = await file(
  [
    paragraph(run("lamp", "<w:b/>"), run("light, oil", '<w:i w:val="0"/>'), run(", wicks")),
    paragraph(run("It burns"), '<w:del w:id="1" w:author="Ann"><w:r><w:delText> badly</w:delText></w:r></w:del>', run(".")),
    paragraph(run("Oil &amp; wicks")),
  ].join(""),
);
for (const { type, content, formatting } of await parseDocxToArray(document)) {
  if (type === "paragraph") console.log(JSON.stringify(content), formatting.italic ?? false);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"lamp light, oil , wicks" true
"It burns badly ." false
"Oil &amp; wicks" false
SEEN
echo "as described"
