#!/usr/bin/env bash
# markdown-it-multimd-table 4.2.3, marked-extended-tables 2.0.1: in a row that begins with an empty cell, words move left.
#
# Expected (GFM 4.10): "|| 300 g |" has an empty first cell, as tables have it where a name holds for several rows; both
# plugins read "||" after a cell as a sign that it spans two columns, and before the first there is none to span.
# Seen: the empty cell is gone, so that the weight is in the column of names. "| | 300 g |", with a space, is right. The
# first also leaves short rows short and long ones long, where GitHub fills and cuts them.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    markdown-it@14.1.0 markdown-it-multimd-table@4.2.3 marked@15.0.12 marked-extended-tables@2.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import MarkdownIt from "markdown-it";
import multimdTable from "markdown-it-multimd-table";
import { Marked } from "marked";
import extendedTables from "marked-extended-tables";

const first = new MarkdownIt().use(multimdTable);
const second = new Marked(extendedTables());
const rows = (html) => html.split("<tbody>")[1].split("</tbody>")[0].replace(/\s*\n\s*/g, "");
for (const row of ["| rye | 500 g |\n|| 300 g |", "| rye | 500 g |\n| | 300 g |", "| rye |", "| rye | 500 g | old |"]) {
  const text = `| name | weight |\n| --- | --- |\n${row}\n`;
  console.log(`markdown-it-multimd-table ${rows(first.render(text))}`);
  console.log(`marked-extended-tables ${rows(second.parse(text))}`);
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
markdown-it-multimd-table <tr><td>rye</td><td>500 g</td></tr><tr><td>300 g</td></tr>
marked-extended-tables <tr><td>rye</td><td>500 g</td></tr><tr><td>300 g</td><td></td></tr>
markdown-it-multimd-table <tr><td>rye</td><td>500 g</td></tr><tr><td></td><td>300 g</td></tr>
marked-extended-tables <tr><td>rye</td><td>500 g</td></tr><tr><td></td><td>300 g</td></tr>
markdown-it-multimd-table <tr><td>rye</td></tr>
marked-extended-tables <tr><td>rye</td><td></td></tr>
markdown-it-multimd-table <tr><td>rye</td><td>500 g</td><td>old</td></tr>
marked-extended-tables <tr><td>rye</td><td>500 g</td></tr>
SEEN
echo "as described"
