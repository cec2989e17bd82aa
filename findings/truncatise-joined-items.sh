#!/usr/bin/env bash
# truncatise 0.0.8: items and paragraphs become one word in its plain text, so that three words asked for are five.
#
# Expected: with StripHTML and three words, the first three words of the page.
# Seen: tags go without a space: "onetwothree" is the first word. With tags kept, five words are shown as well.
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" truncatise@0.0.8 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { createRequire } from "module";
const truncate = createRequire(import.meta.url)("truncatise");

const page = "<ul><li>one</li><li>two</li></ul><p>three four five six seven</p>";
for (const StripHTML of [true, false])
  console.log(truncate(page, { TruncateLength: 3, TruncateBy: "words", StripHTML }));
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
onetwothree four five...
<ul><li>one</li><li>two</li></ul><p>three four five...</p>
SEEN
echo "as described"
