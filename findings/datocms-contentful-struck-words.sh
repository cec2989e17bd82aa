#!/usr/bin/env bash
# datocms-contentful-to-structured-text 2.1.7: a price that was struck out is valid again, and cells are paragraphs.
#
# Expected: both formats have struck words ("strikethrough" is a mark of Contentful's rich text and of DatoCMS's dast), so
# that a migration keeps them; what dast lacks, tables, keeps its rows as lines at least.
# Seen: only bold, slanted, underlined words and code are known: "5" struck out and "6" read "56". Each cell of a table is a
# paragraph, and rows are not told apart.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" datocms-contentful-to-structured-text@2.1.7 >/dev/null
cat >"$work/try.cjs" <<'JS'
const { richTextToStructuredText } = require("datocms-contentful-to-structured-text");

const node = (nodeType, ...content) => ({ nodeType, data: {}, content });
const text = (value, ...marks) => ({ nodeType: "text", value, data: {}, marks: marks.map((type) => ({ type })) });
const cell = (value) => node("table-cell", node("paragraph", text(value)));
const short = ({ type, value, code, marks = [], children = [] }) =>
  `${type}(${[...marks.map((mark) => `^${mark}`), value ?? code ?? children.map(short).join("|")].join(" ")})`;
(async () => {
  for (const block of [
    node("paragraph", text("It costs "), text("5", "strikethrough"), text("6"), text(" pence", "bold")),
    node("table", node("table-row", cell("Rye"), cell("2")), node("table-row", cell("Oats"), cell("3"))),
  ]) console.log(short((await richTextToStructuredText(node("document", block))).document));
})();
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
root(paragraph(span(It costs )|span(5)|span(6)|span(^strong  pence)))
root(paragraph(span(Rye))|paragraph(span(2))|paragraph(span(Oats))|paragraph(span(3)))
SEEN
echo "as described"
