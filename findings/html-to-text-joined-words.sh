#!/usr/bin/env bash
# html-to-text 10.0.1: words of neighbouring boxes become one word.
#
# Expected: a term, its description, a summary and a legend are boxes of their own, as every browser shows
# them; in text they are apart, as paragraphs and headings are.
# Seen: these elements have no format by default, and nothing stands between their words: "Rye" and "a grain"
# become "Ryea grain". In the plain text of a newsletter that reads as a slip. The options "formatters" and
# "selectors" mend it, one element at a time.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" html-to-text@10.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { convert } from "html-to-text";

for (const html of [
  "<dl><dt>Rye</dt><dd>a grain</dd><dd>a bread</dd></dl>",
  "<details><summary>Rye</summary>A grain.</details>",
  "<fieldset><legend>Rye</legend><label>flour</label></fieldset>",
  "<h2>Rye</h2><p>A grain.</p>",
])
  console.log(html, JSON.stringify(convert(html)));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
<dl><dt>Rye</dt><dd>a grain</dd><dd>a bread</dd></dl> "Ryea graina bread"
<details><summary>Rye</summary>A grain.</details> "RyeA grain."
<fieldset><legend>Rye</legend><label>flour</label></fieldset> "Ryeflour"
<h2>Rye</h2><p>A grain.</p> "RYE\n\nA grain."
SEEN
echo "as described"
