#!/usr/bin/env bash
# md-to-slack 1.1.7: words join at line breaks, tables and pictures vanish, and half of a quotation is outside it.
#
# Expected: a message has the words of the text: a line break remains one, a quotation of two lines has a mark on both,
# what Slack cannot show (tables, pictures) stands there as text or as a link.
# Seen: nothing stands between the two lines, and nothing between an item and the list below it; what follows the
# quotation's first line is outside it; of a table and a picture no word is left; "&amp;" is shown as "&amp;".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" md-to-slack@1.1.7 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { markdownToSlack } from "md-to-slack";

for (const text of [
  "mix the rye  \nknead it",
  "- rye\n  - salt",
  "> Knead it.\n> Let it rest.",
  "Prices:\n\n| rye | 5 |\n|---|---|\n| oat | 4 |",
  "![A loaf](https://rye.example/loaf.png) is ready.",
  "Bread &amp; salt",
]) console.log(JSON.stringify(text), "->", JSON.stringify(markdownToSlack(text)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"mix the rye  \nknead it" -> "mix the ryeknead it"
"- rye\n  - salt" -> "- rye- salt"
"> Knead it.\n> Let it rest." -> "> Knead it.\nLet it rest."
"Prices:\n\n| rye | 5 |\n|---|---|\n| oat | 4 |" -> "Prices:"
"![A loaf](https://rye.example/loaf.png) is ready." -> " is ready."
"Bread &amp; salt" -> "Bread &amp;amp; salt"
SEEN
echo "as described"
