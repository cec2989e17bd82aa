#!/usr/bin/env bash
# @atcute/bluesky-richtext-parser 2.1.2: words after a colon, an underscore or a backslash are not in the content.
#
# Expected: the tokens of a post hold all of it: what is no link, tag or emphasis is text, and the content of a text
# token is its text, as "content" of the others is what they show.
# Seen: where a mark turns out to be none, its token is joined to the text before it, in "raw", but not in "content",
# which ends before the mark: of "Sow at 7:30 on field_2 today." the content is "Sow at 7".
#
# Exits 0 while that is so, 1 once it has changed. Needs node and npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --loglevel=error --prefix "$work" @atcute/bluesky-richtext-parser@2.1.2 >/dev/null
cat >"$work/try.mjs" <<'JS'
import { tokenize } from "@atcute/bluesky-richtext-parser";

for (const text of ["Sow it today.", "Sow at 7:30 on field_2 today.", "2 * 3 loaves", "Field #1 is sown", "ann@rye.example", "C:\\rye"]) {
  const tokens = tokenize(text);
  console.log(JSON.stringify(tokens.map((token) => token.raw).join("")), JSON.stringify(tokens.map((token) => token.content)));
}
JS
node "$work/try.mjs" | tee "$work/seen"
diff "$work/seen" - <<'SEEN'
"Sow it today." ["Sow it today."]
"Sow at 7:30 on field_2 today." ["Sow at 7"]
"2 * 3 loaves" ["2 "]
"Field #1 is sown" ["Field "]
"ann@rye.example" ["ann@rye.example"]
"C:\\rye" ["C"]
SEEN
echo "as described"
