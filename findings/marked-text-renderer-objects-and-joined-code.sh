#!/usr/bin/env bash
# @davidenke/marked-text-renderer 3.0.0: headers of a table are “[object Object]”, and code runs into the text.
#
# Expected: the plain text of Markdown has the words of every cell, keeps blocks on lines of their own, and shows no
# signs of Markdown in a link that is emphasised.
# Seen: the words of a table's header are gone. What follows a block of code stands on its last line. Stars and
# backquotes stay in links and cells, though not elsewhere. A line break written <br> joins two words.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @davidenke/marked-text-renderer@3.0.0 marked@15.0.12 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { TextRenderer } from "@davidenke/marked-text-renderer";
import { marked } from "marked";

for (const text of [
  "| lamp | `oil` |\n|--|--|\n| brass | `whale` |",
  "```sh\ntrim wick\n```\n\nThen light it.",
  "See *the* [list of *lamps*](https://quay.example).",
  "brass<br>glass",
]) {
  console.log(JSON.stringify(marked.parse(text, { renderer: new TextRenderer() })));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"[object Object],[object Object]\nbrass\n`whale`\n"
"trim wickThen light it.\n"
"See the list of *lamps*.\n"
"brassglass\n"
SEEN
echo "as described"
