#!/usr/bin/env bash
# docx 9.15.2, mammoth 1.13.0: all cells of a table that one writes with a heading row are headings to the other.
# Expected (ISO/IEC 29500-1, 17.17.4): <w:tblHeader w:val="off"/> or "false" is a row that is no heading, as <w:b w:val="off"/>
# is text that is not bold, which mammoth knows. docx writes it for "tableHeader: false".
# Seen: the element alone counts, whatever its value: each row is in <thead>, its cells <th>.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" docx@9.15.2 mammoth@1.13.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import mammoth from "mammoth";

const row = (words, tableHeader) => new TableRow({ tableHeader, children: [new TableCell({ children: [new Paragraph(words)] })] });
const bold = new Paragraph({ children: [new TextRun({ text: "plain", bold: false }), new TextRun({ text: " bold", bold: true })] });
for (const rest of [undefined, false]) {
  const table = new Table({ rows: [row("grain", true), row("rye", rest), row("oats", rest)] });
  const buffer = await Packer.toBuffer(new Document({ sections: [{ children: [table, bold] }] }));
  console.log(`tableHeader: ${rest}`, (await mammoth.convertToHtml({ buffer })).value);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
tableHeader: undefined <table><thead><tr><th><p>grain</p></th></tr></thead><tbody><tr><td><p>rye</p></td></tr><tr><td><p>oats</p></td></tr></tbody></table><p>plain<strong> bold</strong></p>
tableHeader: false <table><thead><tr><th><p>grain</p></th></tr><tr><th><p>rye</p></th></tr><tr><th><p>oats</p></th></tr></thead></table><p>plain<strong> bold</strong></p>
SEEN
echo "as described"
