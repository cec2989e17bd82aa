#!/usr/bin/env bash
# @habibrosyad/docx-extractor 0.1.2: linked, inserted and computed words are missing from a document that is rebuilt.
#
# Expected: the package takes a document apart to change words and build it again, with its structure preserved: what
# nobody changed is there afterwards, such as the words of links, of insertions that are tracked, of fields and of
# content controls.
# Seen: only runs right below a paragraph are read. All other words are gone, without a word, in what is extracted and
# in the new file; a hyphen that does not break joins two words.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @habibrosyad/docx-extractor@0.1.2 jszip@3.10.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { DocxBuilder, DocxExtractor } from "@habibrosyad/docx-extractor";
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
    paragraph(run("See "), `<w:hyperlink r:id="rId9">${run("the quay")}</w:hyperlink>`, run(".")),
    paragraph(run("It burns "), `<w:ins w:id="1" w:author="Ann">${run("all night")}</w:ins>`, run(".")),
    paragraph(run("Lit on "), `<w:fldSimple w:instr=" SAVEDATE ">${run("5 May")}</w:fldSimple>`, run(".")),
    paragraph(run("By "), `<w:sdt><w:sdtContent>${run("Ann Lee")}</w:sdtContent></w:sdt>`, run(".")),
    paragraph("<w:r><w:t>oil</w:t><w:noBreakHyphen/><w:t>lamp</w:t></w:r>"),
    `<w:sdt><w:sdtContent>${paragraph(run("Trim it."))}</w:sdtContent></w:sdt>`,
  ].join(""),
);
const extracted = await new DocxExtractor().extract(document);
for (const { runs } of extracted.paragraphs) console.log(JSON.stringify(runs.map(({ text }) => text).join("")));
const zip = await JSZip.loadAsync(await new DocxBuilder().build(extracted));
const rebuilt = await zip.file("word/document.xml").async("string");
for (const words of ["the quay", "all night", "5 May", "Ann Lee", "Trim it."]) console.log(words, rebuilt.includes(words));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"See ."
"It burns ."
"Lit on ."
"By ."
"oillamp"
the quay false
all night false
5 May false
Ann Lee false
Trim it. false
SEEN
echo "as described"
