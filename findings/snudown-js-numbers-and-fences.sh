#!/usr/bin/env bash
# snudown-js 4.1.0: of posts on Reddit, fenced code is inline, lists count from 1, and addresses lose brackets.
#
# Expected: what Reddit's editor has written for years, and its apps show, is CommonMark with additions: fences,
# lists that begin with 3, addresses with balanced brackets; snudown is Reddit's own program for it.
# Seen: a fence is inline code, without a block; "3." is 1; "mill_(rye)" ends before its bracket, which stands
# behind the link; "#7 in the charts" is a heading, though no space follows the "#".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" snudown-js@4.1.0 >/dev/null
cat >"$work/try.cjs" <<'JS'
const snudown = require("snudown-js");

for (const text of [
  "```\nif rye:\n    mill()\n```",
  "3. Mill\n4. Bake",
  "[mill](https://digest.example/mill_(rye))",
  "#7 in the charts",
])
  console.log(JSON.stringify(snudown.markdown(text)));
JS
node "$work/try.cjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"<p><code>\nif rye:\n    mill()\n</code></p>\n"
"<ol>\n<li>Mill</li>\n<li>Bake</li>\n</ol>\n"
"<p><a href=\"https://digest.example/mill_(rye\">mill</a>)</p>\n"
"<h1>7 in the charts</h1>\n"
SEEN
echo "as described"
