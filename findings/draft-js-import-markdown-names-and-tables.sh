#!/usr/bin/env bash
# draft-js-import-markdown 1.4.1: names lose their underscores, and a table is one line.
#
# Expected: snake_case_name is one word in CommonMark; &copy; is ©; a backslash at the end of a line breaks it; a
# table that cannot be held stays in lines.
# Seen: the underscores are gone and the middle of the name is slanted. References of HTML and the backslash stay as
# they were typed. The lines of a table are joined, so that its rows cannot be told apart.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --legacy-peer-deps --prefix "$work" draft-js-import-markdown@1.4.1 draft-js@0.11.7 react@18.3.1 react-dom@18.3.1 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { convertToRaw } = require("draft-js");
const { stateFromMarkdown } = require("draft-js-import-markdown");

for (const text of ["set max_lamp_count first", "&copy; Ann &ndash; 1999", "brass\\\nglass", "| lamp | oil |\n|--|--|\n| 1 | 2 |"]) {
  for (const { text: words, inlineStyleRanges } of convertToRaw(stateFromMarkdown(text)).blocks) {
    console.log(JSON.stringify(words), inlineStyleRanges.map(({ style, offset, length }) => `${style}: ${words.substr(offset, length)}`));
  }
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"set maxlampcount first" [ 'ITALIC: lamp' ]
"&copy; Ann &ndash; 1999" []
"brass\\ glass" []
"| lamp | oil | |--|--| | 1 | 2 |" []
SEEN
echo "as described"
