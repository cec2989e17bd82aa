#!/usr/bin/env bash
# @truto/turndown-plugin-gfm 1.0.3, @bwat47/turndown-plugin-gfm 1.0.3: a bar in a cell costs the row's last cell.
#
# Expected (GitHub Flavored Markdown, 4.10): a bar within a cell is written "\|"; the caption of a table is text.
# Seen: the plugins escape the bar, and Turndown escapes their backslash: in "\\|" the bar ends the cell. The row has a
# cell too many, the last of which readers drop: what costs 5 here costs "rye". The caption is gone.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" \
    @bwat47/turndown-plugin-gfm@1.0.3 @truto/turndown-plugin-gfm@1.0.3 remark@15.0.1 remark-gfm@4.0.1 \
    turndown@7.2.5 >/dev/null
cat >"$work/try.mjs" <<'JS'
import TurndownService from "turndown";
import * as truto from "@truto/turndown-plugin-gfm";
import * as bwat from "@bwat47/turndown-plugin-gfm";
import { remark } from "remark";
import remarkGfm from "remark-gfm";

const page = "<table><caption>Prices</caption>"
  + "<tr><th>Loaf</th><th>Price</th></tr><tr><td>oat | rye</td><td>5</td></tr></table>";
const text = (node) => node.value ?? (node.children ?? []).map(text).join("");
for (const [name, plugin] of [["truto", truto], ["bwat47", bwat]]) {
  const service = new TurndownService();
  service.use(plugin.gfm ?? plugin.default.gfm);
  const markdown = service.turndown(page);
  console.log(name, JSON.stringify(markdown));
  const table = remark().use(remarkGfm).parse(markdown).children.find((node) => node.type === "table");
  console.log(name, "read:", table.children.map((row) => row.children.slice(0, 2).map(text).join(" = ")).join("; "));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
truto "| Loaf | Price |\n| --- | --- |\n| oat \\\\| rye | 5   |"
truto read: Loaf = Price; oat \ = rye
bwat47 "| Loaf | Price |\n| --- | --- |\n| oat \\\\| rye | 5   |"
bwat47 read: Loaf = Price; oat \ = rye
SEEN
echo "as described"
