#!/usr/bin/env bash
# html2jira 1.0.11: the text after code joins its last line, and cells are lines.
#
# Expected: {noformat} around code, "|" between cells, a break within a paragraph.
# Seen: "bake()" and the paragraph after it are one word. The second line of a paragraph joins the next paragraph. A
# row's cells are lines of their own, so that the table is lost.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html2jira@1.0.11 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "module";
const { HTML2Jira } = createRequire(import.meta.url)("html2jira");

for (const page of [
  "<pre>if rye:\n    bake()</pre><p>Serve</p>",
  "<p>First<br>second</p><p>Third</p>",
  "<table><tr><th>Flour</th><th>Mass</th></tr><tr><td>Rye</td><td>500 g</td></tr></table>",
]) console.log(JSON.stringify(new HTML2Jira().toJira(page)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"if rye:\n    bake()Serve\n"
"First\n\nsecondThird\n"
"Flour\nMass\nRye\n500 g\n"
SEEN
echo "as described"
