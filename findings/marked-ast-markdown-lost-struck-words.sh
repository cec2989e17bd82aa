#!/usr/bin/env bash
# marked-ast-markdown 2.1.0: struck words are deleted, a line break joins two words, and lists begin at 1.
#
# Expected: a text that is parsed by marked-ast and written again says the same: ~~old~~ stays or keeps its word, a
# hard line break stays, a list that begins with 3 does so again, \* is a star.
# Seen: the struck word is gone with its signs. “brass” and “glass” are one word. The second paragraph of a quotation
# begins with a comma. Stars that were escaped make the words between them slanted.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" marked-ast-markdown@2.1.0 marked-ast@0.3.0 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { parse } = require("marked-ast");
const { toMarkdown } = require("marked-ast-markdown");

for (const text of ["It costs ~~4~~ 5.", "brass  \nglass", "3. trim\n4. light", "> It burns.\n>\n> It shines.", "a \\*lamp\\*"]) {
  console.log(JSON.stringify(toMarkdown(parse(text))));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"It costs  5."
"brassglass"
"1. trim\n2. light"
"> It burns.\n\n,It shines."
"a *lamp*"
SEEN
echo "as described"
