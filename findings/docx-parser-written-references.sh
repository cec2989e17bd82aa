#!/usr/bin/env bash
# docx-parser 0.2.1, any-text 1.2.0: "Rye & salt" reads "Rye &amp; salt", and lines, tabs and cells join.
#
# Expected (ECMA-376, 17.3.3): <w:br/> ends a line, <w:tab/> parts words, and "&amp;" of the XML is "&". Deleted words,
# and those that are hidden, are not in the text that a reader sees.
# Seen: references stay as they are; nothing stands for a break, a tab or the end of a cell; hidden words are there in
# both, deleted ones in docx-parser's text.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    any-text@1.2.0 docx-parser@0.2.1 fflate@0.8.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { writeFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import anyText from "any-text";
import docxParser from "docx-parser";

const paragraph = (runs) => `<w:p>${runs}</w:p>`;
const run = (text) => `<w:r>${text}</w:r>`;
const words = (text) => run(`<w:t xml:space="preserve">${text}</w:t>`);
const body = paragraph(words("Rye &amp; salt") + run("<w:br/>") + words("keep") + run("<w:tab/>") + words("well"))
  + paragraph(`<w:del>${run("<w:delText>Old</w:delText>")}</w:del>`)
  + paragraph(run("<w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t>"))
  + `<w:tbl><w:tr><w:tc>${paragraph(words("loaf"))}</w:tc><w:tc>${paragraph(words("5"))}</w:tc></w:tr></w:tbl>`;
const name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const kinds = "http://schemas.openxmlformats.org/package/2006";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
writeFileSync("rye.docx", zipSync({
  "[Content_Types].xml": strToU8(`<Types xmlns="${kinds}/content-types"><Default Extension="xml" ContentType="${main}"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`),
  "_rels/.rels": strToU8(`<Relationships xmlns="${kinds}/relationships"><Relationship Id="r" Type="${office}"
 Target="word/document.xml"/></Relationships>`),
  "word/document.xml": strToU8(`<w:document xmlns:w="${name}"><w:body>${body}</w:body></w:document>`),
}));
docxParser.parseDocx("rye.docx", async (text) => {
  console.log("docx-parser:", JSON.stringify(text));
  console.log("any-text:   ", JSON.stringify(await anyText.getText("rye.docx")));
});
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
docx-parser: "Rye &amp; saltkeepwellOldHiddenloaf5"
any-text:    "Rye &amp; saltkeepwellHiddenloaf5"
SEEN
echo "as described"
