#!/usr/bin/env bash
# docshift 0.0.73: dates and other fields of a document are not on the page, and hidden words are.
#
# Expected: what Word shows is on the page: the text of a simple field such as a date; what is hidden (<w:vanish/>) is
# not.
# Seen: the words of <w:fldSimple> are gone, so that “Lit on 5 May.” is “Lit on .”. Hidden words are like all others.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" docshift@0.0.73 jszip@3.10.2 jsdom@26.1.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
import JSZip from "jszip";
const { window } = new (createRequire(import.meta.url)("jsdom").JSDOM)("");
globalThis.window = window;
for (const name of ["document", "DOMParser", "Node", "HTMLElement", "Text", "Element", "XMLSerializer"]) globalThis[name] = window[name];
const { toHtml } = await import("docshift");

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
    paragraph(run("Lit on "), `<w:fldSimple w:instr=" SAVEDATE ">${run("5 May")}</w:fldSimple>`, run(".")),
    paragraph(run("It burns"), run(" (ask Ann first)", "<w:vanish/>"), run(".")),
    paragraph(run("oil"), run("lamp", "<w:b/>")),
  ].join(""),
);
console.log((await toHtml(new Blob([document]))).replaceAll(' style=""', ""));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<p><span>Lit on .</span></p><p><span>It burns (ask Ann first).</span></p><p><span>oil</span><span style="font-weight: bold">lamp</span></p>
SEEN
echo "as described"
