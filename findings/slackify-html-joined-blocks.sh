#!/usr/bin/env bash
# slackify-html 1.0.1: paragraphs, items and cells of a page are one word in a message, and pictures are empty links.
#
# Expected: Slack's text has a line for each paragraph, item and row; code stands between backquotes; a picture within
# a link leaves its description.
# Seen: no block has a line or a space of its own. Inline code and struck words are plain. A linked picture is
# <address|>, of which the reader sees the bare address, without the description.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" slackify-html@1.0.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const slackify = createRequire(import.meta.url)("slackify-html");

for (const html of [
  "<p>It burns.</p><p>It shines.</p>",
  "<ul><li>oil</li><li>wick</li></ul>",
  "<table><tr><td>oil</td><td>4</td></tr><tr><td>wick</td><td>1</td></tr></table>",
  "<p>Run <code>trim *</code>, <del>not</del> now</p>",
  '<a href="https://quay.example"><img src="lamp.png" alt="An old lamp"></a>',
]) {
  console.log(JSON.stringify(slackify(html)));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"It burns.It shines."
"oilwick"
"oil4wick1"
"Run trim *, not now"
"<https://quay.example|>"
SEEN
echo "as described"
