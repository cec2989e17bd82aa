#!/usr/bin/env bash
# md-to-slack-blocks 1.0.0: snake_case_name and an address with underscores lose them, and a year that begins a line is an item.
#
# Expected (CommonMark 6.2, 5.2 and 5.3): an underscore within a word, and a star between spaces, are signs; an inner item is
# one of an inner list; a backslash takes a mark's meaning.
# Seen: what stands between two of them is in italics, also within an address, which is no link any more. Backslashes and
# entities are shown. An inner item is a line with a hyphen in the item above. A heading that is underlined shows the line.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" md-to-slack-blocks@1.0.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { markdownToSlackBlocks } from "md-to-slack-blocks";

const words = (part) =>
  part.elements ? part.elements.map(words).join("|") : part.style?.italic ? `<i>${part.text}</i>` : (part.text ?? part.url ?? part.type);
for (const text of [
  "snake_case_name",
  "See https://rye.example/a_b_c",
  "2 * 3 * 4",
  "2 \\* 3 &amp; 4",
  "- rye\n  - sown in May",
  "See [mill](https://rye.example/mill_(old))",
  "Rye\n===",
]) {
  const result = markdownToSlackBlocks(text);
  console.log(JSON.stringify(text), JSON.stringify((Array.isArray(result) ? result : result.blocks).map(words)));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"snake_case_name" ["snake|<i>case</i>|name"]
"See https://rye.example/a_b_c" ["See https://rye.example/a|<i>b</i>|c"]
"2 * 3 * 4" ["2 |<i> 3 </i>| 4"]
"2 \\* 3 &amp; 4" ["2 \\* 3 &amp; 4"]
"- rye\n  - sown in May" ["rye|\n- |sown in May"]
"See [mill](https://rye.example/mill_(old))" ["See |mill|)"]
"Rye\n===" ["Rye\n==="]
SEEN
echo "as described"
